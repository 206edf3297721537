from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reporting", "0003_explanations")]

    operations = [
        migrations.AddField(
            model_name="report",
            name="treatment",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]

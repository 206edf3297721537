from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0003_numbers_dropped")]

    operations = [
        migrations.AddField("editing", "saved_at", models.DateTimeField(null=True)),
        migrations.AddField("editing", "saved_over", models.PositiveIntegerField(null=True)),
        migrations.AlterField("editing", "seen_at", models.DateTimeField(null=True)),
    ]

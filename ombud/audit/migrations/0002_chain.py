import django.utils.timezone
from django.db import migrations, models

from ombud.audit.chain import START, link

PIECE = 2_000
COLUMNS = ("position", "previous", "hash")


def chain_what_is_there(apps, schema_editor):
    """The lines of an older version keep what they say and get their places, municipality by municipality."""
    event = apps.get_model("audit", "Event")
    for municipality in event.objects.order_by("municipality").values_list("municipality", flat=True).distinct():
        position, previous, done = 0, START, 0
        own = event.objects.filter(municipality=municipality).order_by("pk")
        while piece := list(own.filter(pk__gt=done)[:PIECE]):
            link(piece, position=position, previous=previous)
            event.objects.bulk_update(piece, COLUMNS, batch_size=200)
            position, previous, done = piece[-1].position, piece[-1].hash, piece[-1].pk


class Migration(migrations.Migration):
    """The triggers that refuse changes are made after the migrations, by ``ombud.audit.apps``."""

    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.AlterField("event", "at", models.DateTimeField(default=django.utils.timezone.now)),
        migrations.AddField("event", "role", models.CharField(blank=True, default="", max_length=40)),
        migrations.AddField("event", "purpose", models.CharField(blank=True, default="", max_length=40)),
        migrations.AddField("event", "case", models.UUIDField(null=True)),
        migrations.AddField("event", "details", models.BinaryField(default=bytes)),
        migrations.AddField("event", "position", models.PositiveBigIntegerField(null=True)),
        migrations.AddField("event", "previous", models.CharField(default="", max_length=64), preserve_default=False),
        migrations.AddField("event", "hash", models.CharField(default="", max_length=64), preserve_default=False),
        migrations.RunPython(chain_what_is_there, migrations.RunPython.noop),
        migrations.AlterField("event", "position", models.PositiveBigIntegerField()),
        migrations.AddIndex("event", models.Index(fields=["municipality", "case"], name="audit_event_municip_7e4ac1_idx")),
        migrations.AddConstraint(
            "event", models.UniqueConstraint(fields=["municipality", "position"], name="one_line_at_a_position")
        ),
    ]

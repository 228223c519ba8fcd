"""The data in the forms that the field uses: exports, one file a format, and releases."""

from sumber.share.choice import STATES, Choice
from sumber.share.dossier import dossier
from sumber.share.forms import FORMS, Form, export, form_of
from sumber.share.rows import COLUMNS, flat

__all__ = ["COLUMNS", "FORMS", "STATES", "Choice", "Form", "dossier", "export", "flat", "form_of"]

"""The data in the forms that the field uses: releases and exports, one file a format."""

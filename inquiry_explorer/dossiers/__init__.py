"""Dossiers: one page for each case, agency, place, source, practice and recommendation, section by section."""

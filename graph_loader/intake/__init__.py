"""From a report to rows: read, cut into paragraphs, propose, let a person decide, and only then write."""

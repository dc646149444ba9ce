"""What the Explore page is made of: the view that all of it shares, its toolbar, panel, pictures and files."""

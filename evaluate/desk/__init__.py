"""The desk on a large store: a made-up corpus of news, and the server's time for the data of every page."""

-- The tables as a store of version 2 has them: a store made by an older Sumber is tested with these.
CREATE TABLE documents (
	"key" VARCHAR(12) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	id TEXT NOT NULL, 
	uri TEXT, 
	outlet TEXT, 
	lang VARCHAR(8) NOT NULL, 
	title TEXT, 
	published VARCHAR(10), 
	codebook TEXT NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (sha256)
);
CREATE INDEX ix_documents_id ON documents (id);
CREATE INDEX ix_documents_published ON documents (published);
CREATE TABLE claims (
	"row" INTEGER NOT NULL, 
	document VARCHAR(12) NOT NULL, 
	id VARCHAR(12) NOT NULL, 
	said_by TEXT, 
	stance VARCHAR(12) NOT NULL, 
	kind VARCHAR(12) NOT NULL, 
	content TEXT NOT NULL, 
	via TEXT NOT NULL, 
	origin TEXT, 
	parent VARCHAR(12), 
	PRIMARY KEY ("row"), 
	UNIQUE (document, id), 
	FOREIGN KEY(document) REFERENCES documents ("key") ON DELETE CASCADE
);
CREATE INDEX ix_claims_document ON claims (document);
CREATE TABLE events (
	"row" INTEGER NOT NULL, 
	document VARCHAR(12) NOT NULL, 
	id VARCHAR(12) NOT NULL, 
	type VARCHAR(12) NOT NULL, 
	modes TEXT NOT NULL, 
	status VARCHAR(16) NOT NULL, 
	background BOOLEAN NOT NULL, 
	aggregate BOOLEAN NOT NULL, 
	"begin" VARCHAR(10), 
	until VARCHAR(10), 
	time_how VARCHAR(12) NOT NULL, 
	place TEXT, 
	place_country VARCHAR(3), 
	actors TEXT NOT NULL, 
	recipients TEXT NOT NULL, 
	said_by TEXT, 
	via TEXT NOT NULL, 
	how_many TEXT NOT NULL, 
	"trigger" TEXT NOT NULL, 
	sentence TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	PRIMARY KEY ("row"), 
	UNIQUE (document, id), 
	FOREIGN KEY(document) REFERENCES documents ("key") ON DELETE CASCADE
);
CREATE INDEX ix_events_begin ON events ("begin");
CREATE INDEX ix_events_document ON events (document);
CREATE INDEX ix_events_type ON events (type);
CREATE TABLE parties (
	event INTEGER NOT NULL, 
	side VARCHAR(10) NOT NULL, 
	name TEXT NOT NULL, 
	kind VARCHAR(12) NOT NULL, 
	country VARCHAR(3), 
	sectors TEXT NOT NULL, 
	FOREIGN KEY(event) REFERENCES events ("row") ON DELETE CASCADE
);
CREATE INDEX ix_parties_country ON parties (country);
CREATE INDEX ix_parties_event ON parties (event);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    key UNINDEXED, title, text, tokenize = "unicode61 remove_diacritics 2"
);

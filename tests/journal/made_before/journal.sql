PRAGMA application_id=1751740530;
PRAGMA user_version=4;
BEGIN TRANSACTION;
CREATE TABLE flag (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            flag TEXT NOT NULL,
            answer INTEGER NOT NULL CHECK (answer IN (0, 1)),
            cleared_on TEXT,
            updated_at TEXT NOT NULL
        ) STRICT
        ;
CREATE TABLE interval (
            session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number >= 0),
            plan_index INTEGER NOT NULL CHECK (plan_index >= 0),
            name TEXT NOT NULL,
            side TEXT CHECK (side IN ('left', 'right')),
            step INTEGER NOT NULL,
            set_number INTEGER NOT NULL,
            round_number INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('ready', 'work', 'switch', 'rest', 'confirm')),
            seconds REAL NOT NULL CHECK (seconds >= 0),
            outcome TEXT NOT NULL CHECK (outcome IN ('done', 'skipped', 'left')),
            reason TEXT NOT NULL,
            adjusted REAL NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (session, number)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "interval" VALUES('2787fdc5-0fde-4f9f-ab46-2e61f3892041',0,0,'Sit','left',1,1,1,'ready',1.0,'done','',0.0,'2026-11-27T20:14:58.208907+00:00');
INSERT INTO "interval" VALUES('2787fdc5-0fde-4f9f-ab46-2e61f3892041',1,1,'Sit','left',1,1,1,'work',2.0,'done','',0.0,'2026-11-27T20:15:00.208957+00:00');
INSERT INTO "interval" VALUES('2787fdc5-0fde-4f9f-ab46-2e61f3892041',2,2,'Sit','right',1,1,1,'switch',5.0,'done','',0.0,'2026-11-27T20:15:05.208843+00:00');
INSERT INTO "interval" VALUES('2787fdc5-0fde-4f9f-ab46-2e61f3892041',3,3,'Sit','right',1,1,1,'work',2.0,'done','',0.0,'2026-11-27T20:15:07.208776+00:00');
CREATE TABLE onset (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            over TEXT,
            updated_at TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "onset" VALUES('8d7b6f31-a09d-4554-b177-a1db94cc2b96','2026-11-26T20:14:38.528675+00:00',0,NULL,'2026-11-27T20:14:38.784770+00:00');
CREATE TABLE outing (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            sport TEXT NOT NULL CHECK (sport IN ('run', 'walk', 'hike', 'cycle', 'swim', 'yoga', 'other')),
            metres REAL CHECK (metres >= 0),
            seconds REAL CHECK (seconds >= 0),
            surface TEXT CHECK (surface IN ('road', 'trail', 'track', 'grass', 'sand', 'treadmill')),
            pain INTEGER CHECK (pain BETWEEN 0 AND 10),
            note TEXT NOT NULL,
            removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
            updated_at TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "outing" VALUES('2da72360-f53a-460b-8d56-d020752164b5','2026-11-27T20:14:37.812248+00:00',0,'run',5000.0,1680.0,NULL,2,'',0,'2026-11-27T20:14:37.812792+00:00');
INSERT INTO "outing" VALUES('bb74e086-46b4-445f-aeae-ed314b26d6f2','2026-11-27T20:14:38.277387+00:00',0,'run',8000.0,3000.0,NULL,NULL,'',0,'2026-11-27T20:14:38.277893+00:00');
CREATE TABLE plan (
            sha256 TEXT PRIMARY KEY,
            text TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "plan" VALUES('d5ade5bd4e3065d873a6f2a371c39bc53016ceb047a2d3549a1f4f5249eebedf','{"estimated":false,"id":"two-holds","intervals":[{"about":{"avoid_if":[],"easier":[],"equipment":[],"exercise":"","harder":[],"position":"","safety":"","sentence":"","setup":"","source":"","stop_if":"","why":""},"block":0,"block_title":null,"cues":[],"dose":null,"index":0,"kind":"ready","name":"Sit","reps":null,"round":1,"rounds":1,"seconds":1.0,"self_paced":false,"set":1,"sets":1,"side":"left","sides":"each","start":0.0,"step":1,"tempo":null},{"about":{"avoid_if":[],"easier":[],"equipment":[],"exercise":"","harder":[],"position":"","safety":"","sentence":"","setup":"","source":"","stop_if":"","why":""},"block":0,"block_title":null,"cues":[],"dose":"hold","index":1,"kind":"work","name":"Sit","reps":null,"round":1,"rounds":1,"seconds":2.0,"self_paced":false,"set":1,"sets":1,"side":"left","sides":"each","start":1.0,"step":1,"tempo":null},{"about":{"avoid_if":[],"easier":[],"equipment":[],"exercise":"","harder":[],"position":"","safety":"","sentence":"","setup":"","source":"","stop_if":"","why":""},"block":0,"block_title":null,"cues":[],"dose":null,"index":2,"kind":"switch","name":"Sit","reps":null,"round":1,"rounds":1,"seconds":5.0,"self_paced":false,"set":1,"sets":1,"side":"right","sides":"each","start":3.0,"step":1,"tempo":null},{"about":{"avoid_if":[],"easier":[],"equipment":[],"exercise":"","harder":[],"position":"","safety":"","sentence":"","setup":"","source":"","stop_if":"","why":""},"block":0,"block_title":null,"cues":[],"dose":"hold","index":3,"kind":"work","name":"Sit","reps":null,"round":1,"rounds":1,"seconds":2.0,"self_paced":false,"set":1,"sets":1,"side":"right","sides":"each","start":8.0,"step":1,"tempo":null}],"load":"low","seconds":10.0,"title":"Two holds"}');
CREATE TABLE reading (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            moment TEXT NOT NULL CHECK (moment IN ('before', 'during', 'after', 'morning', 'other')),
            score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
            worst INTEGER CHECK (worst BETWEEN 0 AND 10),
            side TEXT CHECK (side IN ('left', 'right', 'both')),
            area TEXT CHECK (area IN ('front', 'outer', 'buttock', 'unsure')),
            feel TEXT CHECK (feel IN ('ache', 'stiff', 'sharp', 'catching', 'tingling')),
            limp INTEGER CHECK (limp IN (0, 1)),
            stiffness TEXT CHECK (stiffness IN ('less', 'usual', 'more')),
            effort INTEGER CHECK (effort BETWEEN 0 AND 10),
            masked INTEGER CHECK (masked IN (0, 1)),
            note TEXT NOT NULL,
            session TEXT REFERENCES session (id) ON DELETE SET NULL,
            updated_at TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "reading" VALUES('dc38c8c6-0025-4d05-b757-fbd0be7dff78','2026-11-27T20:14:37.263022+00:00',0,'morning',3,NULL,'left',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,'2026-11-27T20:14:37.266868+00:00');
CREATE TABLE session (
            id TEXT PRIMARY KEY,
            routine_id TEXT NOT NULL,
            title TEXT NOT NULL,
            load TEXT NOT NULL,
            plan_seconds REAL NOT NULL CHECK (plan_seconds >= 0),
            steps INTEGER NOT NULL CHECK (steps >= 0),
            started_at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            ended_at TEXT,
            outcome TEXT NOT NULL CHECK (outcome IN ('active', 'finished', 'ended_early', 'interrupted')),
            position_index INTEGER NOT NULL CHECK (position_index >= 0),
            position_elapsed REAL NOT NULL CHECK (position_elapsed >= 0),
            active_seconds REAL NOT NULL CHECK (active_seconds >= 0),
            pauses INTEGER NOT NULL CHECK (pauses >= 0),
            adjusted REAL NOT NULL,
            routine_sha256 TEXT NOT NULL,
            plan TEXT REFERENCES plan (sha256),
            advice TEXT NOT NULL,
            note TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            writer TEXT NOT NULL DEFAULT ''
        ) STRICT
        ;
INSERT INTO "session" VALUES('2787fdc5-0fde-4f9f-ab46-2e61f3892041','two-holds','Two holds','low',10.0,1,'2026-11-27T20:14:57.207967+00:00',0,'2026-11-27T20:15:07.208776+00:00','finished',3,2.0,10.0,0,0.0,'','d5ade5bd4e3065d873a6f2a371c39bc53016ceb047a2d3549a1f4f5249eebedf','','','2026-11-27T20:15:07.208776+00:00','vm/17450/d0ce31dadfc1');
CREATE INDEX session_started ON session (started_at, id);
CREATE INDEX session_routine ON session (routine_id, outcome, started_at, utc_offset);
CREATE INDEX session_routine_started ON session (routine_id, started_at, id);
CREATE INDEX session_active ON session (updated_at) WHERE outcome = 'active';
CREATE INDEX interval_skipped ON interval (at) WHERE outcome = 'skipped';
CREATE INDEX reading_at ON reading (at, id);
CREATE INDEX reading_side ON reading (side, at, id);
CREATE INDEX reading_session ON reading (session, at, id) WHERE session IS NOT NULL;
CREATE INDEX flag_at ON flag (at, id);
CREATE INDEX outing_at ON outing (at, id);
CREATE INDEX onset_at ON onset (at, id);
COMMIT;

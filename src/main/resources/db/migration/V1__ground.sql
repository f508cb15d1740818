-- Common SQL only: H2 and PostgreSQL both run this file.
--
-- Times are BIGINT microseconds since 1970-01-01T00:00Z: exact and equal on both databases, and no driver or session
-- time zone can bend them. To read one: (PostgreSQL) to_timestamp(due / 1e6), (H2) DATEADD(MICROSECOND, due, DATE '1970-01-01').
-- What comes from outside and must be unique is held by a key of at most 400 characters (a digest where it is longer),
-- because a B-tree of PostgreSQL takes no entry above a third of a page.

-- One row a person; a writer locks it first, so a person's commits stand in one order, that of last_seq.
CREATE TABLE person (
    person      VARCHAR(100) NOT NULL PRIMARY KEY,
    last_watch  INTEGER NOT NULL,
    last_seq    BIGINT  NOT NULL,
    last_series INTEGER NOT NULL,
    folded_till BIGINT  NOT NULL
);

CREATE TABLE watch (
    person   VARCHAR(100) NOT NULL,
    number   INTEGER NOT NULL,
    goal     VARCHAR(1000000) NOT NULL,
    proposal VARCHAR(1000000) NOT NULL,
    since    BIGINT NOT NULL,
    zone     VARCHAR(100) NOT NULL,
    state    VARCHAR(20) NOT NULL,
    resumes  BIGINT,
    spent    VARCHAR(1000000) NOT NULL,
    mend     VARCHAR(1000000),
    PRIMARY KEY (person, number)
);

-- What the person changed, with before and after, for undo; before is null where a watch was armed.
CREATE TABLE change_log (
    person       VARCHAR(100) NOT NULL,
    seq          BIGINT NOT NULL,
    number       INTEGER NOT NULL,
    what         VARCHAR(1000000) NOT NULL,
    changed      BIGINT NOT NULL,
    before_watch VARCHAR(1000000),
    after_watch  VARCHAR(1000000) NOT NULL,
    undone       BIGINT,
    PRIMARY KEY (person, seq)
);

-- Mails, calendar revisions and workouts. needed_till: after it no watch can need the fact; null = never forgotten.
CREATE TABLE arrival (
    person       VARCHAR(100) NOT NULL,
    seq          BIGINT NOT NULL,
    connector    VARCHAR(100) NOT NULL,
    id           VARCHAR(400) NOT NULL,
    long_id      VARCHAR(1000000),
    arrived      BIGINT NOT NULL,
    cause        VARCHAR(400) NOT NULL,
    needed_till  BIGINT,
    kind         VARCHAR(20) NOT NULL,
    payload      VARCHAR(100000),
    long_payload TEXT,
    PRIMARY KEY (person, seq),
    CONSTRAINT arrival_once UNIQUE (person, connector, id)
);
CREATE INDEX arrival_by_time ON arrival (person, arrived, seq);
CREATE INDEX arrival_by_connector ON arrival (person, connector, arrived, seq);
CREATE INDEX arrival_by_cause ON arrival (person, cause);

-- What many health samples have in common.
CREATE TABLE sample_series (
    person    VARCHAR(100) NOT NULL,
    series    INTEGER NOT NULL,
    connector VARCHAR(100) NOT NULL,
    metric    VARCHAR(40) NOT NULL,
    device    VARCHAR(200) NOT NULL,
    label     VARCHAR(200) NOT NULL,
    PRIMARY KEY (person, series),
    CONSTRAINT series_once UNIQUE (person, connector, metric, device, label)
);

-- Health samples; one arrives at its end. The moment comes before the id in what is unique, because ids are digests: an
-- index of them alone would be written all over with every commit, and one thing with one id has one moment.
CREATE TABLE sample (
    person    VARCHAR(100) NOT NULL,
    seq       BIGINT NOT NULL,
    connector VARCHAR(100) NOT NULL,
    id        VARCHAR(400) NOT NULL,
    series    INTEGER NOT NULL,
    starts    BIGINT NOT NULL,
    arrived   BIGINT NOT NULL,
    amount    DOUBLE PRECISION NOT NULL,
    retracted BOOLEAN NOT NULL,
    CONSTRAINT sample_once UNIQUE (person, arrived, id, connector)
);
CREATE INDEX sample_by_time ON sample (person, arrived, seq);

CREATE TABLE verdict (
    person     VARCHAR(100) NOT NULL,
    seq        BIGINT NOT NULL,
    watch      INTEGER NOT NULL,
    trigger_no INTEGER NOT NULL,
    event      VARCHAR(1000000) NOT NULL,
    event_key  VARCHAR(400) NOT NULL,
    judged     BIGINT NOT NULL,
    fired      BOOLEAN NOT NULL,
    conditions VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (person, seq),
    CONSTRAINT verdict_once UNIQUE (person, watch, trigger_no, event_key, judged)
);
CREATE INDEX verdict_by_time ON verdict (person, watch, judged);
CREATE INDEX verdict_by_event ON verdict (person, event_key);

-- The nearest miss of a watch on a day of its own zone.
CREATE TABLE near_miss (
    person     VARCHAR(100) NOT NULL,
    watch      INTEGER NOT NULL,
    epoch_day  BIGINT NOT NULL,
    failed     INTEGER NOT NULL,
    trigger_no INTEGER NOT NULL,
    event      VARCHAR(1000000) NOT NULL,
    judged     BIGINT NOT NULL,
    conditions VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (person, watch, epoch_day)
);

CREATE TABLE notice (
    person     VARCHAR(100) NOT NULL,
    notice_key VARCHAR(400) NOT NULL,
    id         VARCHAR(1000000) NOT NULL,
    watch      INTEGER NOT NULL,
    cause      VARCHAR(1000000) NOT NULL,
    because    VARCHAR(1000000) NOT NULL,
    action_no  INTEGER NOT NULL,
    act        VARCHAR(100) NOT NULL,
    say        VARCHAR(1000000),
    detail     VARCHAR(1000000),
    urgent     BOOLEAN NOT NULL,
    fired      BIGINT NOT NULL,
    release_at BIGINT NOT NULL,
    approval   BOOLEAN NOT NULL,
    PRIMARY KEY (person, notice_key)
);

-- The outbox. ready is the later of next_try and the notice's release_at, so that one index finds what may leave.
CREATE TABLE delivery (
    person     VARCHAR(100) NOT NULL,
    notice_key VARCHAR(400) NOT NULL,
    channel    VARCHAR(100) NOT NULL,
    seq        BIGINT NOT NULL,
    state      VARCHAR(20) NOT NULL,
    attempts   INTEGER NOT NULL,
    next_try   BIGINT,
    ready      BIGINT NOT NULL,
    fate       VARCHAR(1000000),
    PRIMARY KEY (person, notice_key, channel)
);
CREATE INDEX delivery_ready ON delivery (person, state, ready, seq);
CREATE INDEX delivery_newest ON delivery (person, seq);

CREATE TABLE wakeup (
    person     VARCHAR(100) NOT NULL,
    id_key     VARCHAR(400) NOT NULL,
    watch      INTEGER NOT NULL,
    trigger_no INTEGER NOT NULL,
    kind       VARCHAR(20) NOT NULL,
    wake_key   VARCHAR(1000000) NOT NULL,
    due        BIGINT NOT NULL,
    note       VARCHAR(1000000),
    PRIMARY KEY (person, id_key)
);

CREATE TABLE memory (
    person   VARCHAR(100) NOT NULL,
    name_key VARCHAR(400) NOT NULL,
    name     VARCHAR(1000000) NOT NULL,
    content  VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (person, name_key)
);

CREATE TABLE source (
    person      VARCHAR(100) NOT NULL,
    name        VARCHAR(200) NOT NULL,
    connector   VARCHAR(100) NOT NULL,
    place       VARCHAR(1000000) NOT NULL,
    account     VARCHAR(1000000),
    sealed      VARCHAR(1000000),
    options     VARCHAR(1000000) NOT NULL,
    cursor_text VARCHAR(1000000),
    verified    BIGINT,
    seen        BIGINT NOT NULL,
    trouble     VARCHAR(1000000),
    refused     VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (person, name)
);

CREATE TABLE registered_command (
    person VARCHAR(100) NOT NULL,
    name   VARCHAR(200) NOT NULL,
    words  VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (person, name)
);

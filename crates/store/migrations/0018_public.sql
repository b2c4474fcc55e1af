-- Under what everybody finds published messages: unit, kind, state and place, each alone and with the others
-- (`case::facets`), so that a list narrowed by any of them is read from one index. Cases published before stand here
-- once they go on, or once `wenzheng rebuild` was run.
CREATE TABLE public_facet (
    jurisdiction IDENT NOT NULL,
    number IDENT NOT NULL,
    facet IDENT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, number, facet)
) CLUSTERED;
CREATE INDEX public_facet_at ON public_facet (jurisdiction, facet, at, number);

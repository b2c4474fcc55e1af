-- One row of each table as schema 21 had it. BYTES'..' is a byte string in hex.
INSERT INTO event (jurisdiction, stream, seq, kind, version, at, recorded, "procedure", calendar, bytes)
VALUES ('example', 'case/C000001', 1, 'receive', 1, 1780000000000, 1780000000001, 'p', 'c',
    BYTES'7b226174223a313738303030303030303030302c226279223a22636974697a656e222c22616374223a2272656365697665222c226368616e6e656c223a2277656273697465222c227469746c65223a7b226b6579223a2274657374222c22626f6479223a2243516b4a43516b4a43516b4a43516b4a4c6f794e6e6266357947697061384978372b4f71316a77487a42533151584a49334633577a382f6175362f6e675a76434e4c493d222c22636f6d6d69746d656e74223a2264753064646763554466676c33634f4a43666f4151657538613259796941364632353436346f72676a51673d222c226368617273223a327d2c2274657874223a7b226b6579223a2274657374222c22626f6479223a2243516b4a43516b4a43516b4a43516b4a4c6f794e6e6266357947697061384978372b4f71316a77487a42533151584a49334633577a382f6175362f6e675a76434e4c493d222c22636f6d6d69746d656e74223a2264753064646763554466676c33634f4a43666f4151657538613259796941364632353436346f72676a51673d222c226368617273223a327d2c22636974697a656e223a7b226b6579223a22706572736f6e3a31222c226e616d65223a7b226b6579223a2274657374222c22626f6479223a2243516b4a43516b4a43516b4a43516b4a4c6f794e6e6266357947697061384978372b4f71316a77487a42533151584a49334633577a382f6175362f6e675a76434e4c493d222c22636f6d6d69746d656e74223a2264753064646763554466676c33634f4a43666f4151657538613259796941364632353436346f72676a51673d222c226368617273223a327d2c2270686f6e65223a7b226b6579223a2274657374222c22626f6479223a2243516b4a43516b4a43516b4a43516b4a4c6f794e6e6266357947697061384978372b4f71316a77487a42533151584a49334633577a382f6175362f6e675a76434e4c493d222c22636f6d6d69746d656e74223a2264753064646763554466676c33634f4a43666f4151657538613259796941364632353436346f72676a51673d222c226368617273223a327d2c2269645f6e756d626572223a7b226b6579223a2274657374222c22626f6479223a2243516b4a43516b4a43516b4a43516b4a4c6f794e6e6266357947697061384978372b4f71316a77487a42533151584a49334633577a382f6175362f6e675a76434e4c493d222c22636f6d6d69746d656e74223a2264753064646763554466676c33634f4a43666f4151657538613259796941364632353436346f72676a51673d222c226368617273223a327d2c2261646472657373223a7b226b6579223a2274657374222c22626f6479223a2243516b4a43516b4a43516b4a43516b4a4c6f794e6e6266357947697061384978372b4f71316a77487a42533151584a49334633577a382f6175362f6e675a76434e4c493d222c22636f6d6d69746d656e74223a2264753064646763554466676c33634f4a43666f4151657538613259796941364632353436346f72676a51673d222c226368617273223a327d2c227665726966696564223a7b226279223a2270686f6e652d636f6465222c226174223a313738303030303030303030307d7d2c2263617465676f7279223a22636f6d706c61696e74222c22706c616365223a7b226b6579223a2274657374222c22626f6479223a2243516b4a43516b4a43516b4a43516b4a4c6f794e6e6266357947697061384978372b4f71316a77487a42533151584a49334633577a382f6175362f6e675a76434e4c493d222c22636f6d6d69746d656e74223a2264753064646763554466676c33634f4a43666f4151657538613259796941364632353436346f72676a51673d222c226368617273223a327d2c226174746163686d656e7473223a5b7b226964223a2230313233343536373839616263646566222c226e616d65223a7b226b6579223a2274657374222c22626f6479223a2243516b4a43516b4a43516b4a43516b4a4c6f794e6e6266357947697061384978372b4f71316a77487a42533151584a49334633577a382f6175362f6e675a76434e4c493d222c22636f6d6d69746d656e74223a2264753064646763554466676c33634f4a43666f4151657538613259796941364632353436346f72676a51673d222c226368617273223a327d2c22646967657374223a7b226b6579223a2274657374222c22626f6479223a2243516b4a43516b4a43516b4a43516b4a4c6f794e6e6266357947697061384978372b4f71316a77487a42533151584a49334633577a382f6175362f6e675a76434e4c493d222c22636f6d6d69746d656e74223a2264753064646763554466676c33634f4a43666f4151657538613259796941364632353436346f72676a51673d222c226368617273223a327d2c226279746573223a313233342c226d65646961223a22696d6167652f706e67227d5d2c2265787465726e616c223a22412d31222c226f72646572223a312c226261736973223a7b22636c61757365223a2253512d3130283329227d2c2265666665637473223a5b7b22656666656374223a2273746570222c22746f223a226163636570746564227d2c7b22656666656374223a2273746570222c226f72646572223a312c22746f223a2264697370617463686564227d2c7b22656666656374223a227374617274222c22636c6f636b223a2268616e646c65222c226f72646572223a312c2266726f6d223a313738303030303030303030302c22647565223a313738303030303030303030392c226c696d6974223a223520776f726b64617973222c2270726f766973696f6e616c223a747275657d2c7b22656666656374223a226d656574222c22636c6f636b223a22616363657074227d2c7b22656666656374223a2272756e2d616761696e222c22636c6f636b223a2268616e646c65222c226f72646572223a317d2c7b22656666656374223a227769746864726177222c22636c6f636b223a2268616e646c65227d2c7b22656666656374223a22657874656e64222c22636c6f636b223a2268616e646c65222c226f72646572223a312c22647565223a313738303030303030303039392c226279223a223320776f726b64617973227d2c7b22656666656374223a22696e2d706572736f6e222c226f72646572223a312c22726f6c65223a227072696e636970616c227d2c7b22656666656374223a2273656c656374222c227072696f72697479223a22726570656174227d2c7b22656666656374223a226f70656e222c226f72646572223a317d2c7b22656666656374223a22656e64222c226f72646572223a317d2c7b22656666656374223a22636f756e74732d616761696e7374227d2c7b22656666656374223a2274656c6c222c2277686f6d223a22636974697a656e222c2274656d706c617465223a2274227d2c7b22656666656374223a2274656c6c222c2277686f6d223a7b22756e6974223a227761746572227d2c2274656d706c617465223a2274222c226f72646572223a317d2c7b22656666656374223a2274656c6c222c2277686f6d223a7b22726f6c65223a7b22726f6c65223a226f70657261746f72227d7d2c2274656d706c617465223a2274227d5d7d');
INSERT INTO command (jurisdiction, id, stream, seq, answer)
VALUES ('example', 'k', 'case/C000001', 1, BYTES'616e73776572');
INSERT INTO jurisdiction (jurisdiction, zh, en, host) VALUES ('example', '示例市', 'Example', 'example.cn');
INSERT INTO adopted (jurisdiction, hash, kind, id, version, in_force, text, adopted_at,
    adopted_by)
VALUES ('example', 'p', 'procedure', 'suqian-12345', '1', '2026-01-01', BYTES'74657874', 1780000000000, 'li');
INSERT INTO case_row (jurisdiction, number, external, step, channel, category, title, received, accepted, replied,
    closed, due, due_order, history, ended, live, repeat_of, supervised, calendar, public, public_at,
    accused, merged_into, division, submitted, seq)
VALUES ('example', 'C000001', 'A-1', 'received', 'website', 'complaint',
    '{"key":"test","body":"CQkJCQkJCQkJCQkJLoyNnbf5yGipa8Ix7+Oq1jwHzBS1QXJI3F3Wz8/au6/ngZvCNLI=","commitment":"du0ddgcUDfgl3cOJCfoAQeu8a2YyiA6F25464orgjQg=","chars":2}',
    1780000000000, NULL, NULL, NULL, 1780000000009, 1780000000009, 0, 0, 1, NULL, 0, 'c', 1, 1780000000001, 0, NULL, '620802', ' leader ', 1);
INSERT INTO order_row (jurisdiction, number, order_no, unit, step, lead, dispatched, due, due_order, ended,
    asked)
VALUES ('example', 'C000001', 1, 'water', 'dispatched', 1, 1780000000000, 1780000000009, 1780000000009, 0, 0);
INSERT INTO clock_row (jurisdiction, number, position, order_no, clock, started, due, timer, met, lapsed, withdrawn,
    is_right, live)
VALUES ('example', 'C000001', 0, 1, 'handle', 1780000000000, 1780000000009, 1780000000005, NULL, NULL, NULL, 0, 1);
INSERT INTO check_code (jurisdiction, number, hash) VALUES ('example', 'C000001', 'check');
INSERT INTO caller (jurisdiction, number, phone_hash, account, proven) VALUES ('example', 'C000001', 'hash', 'hash', 1);
INSERT INTO unit_row (jurisdiction, id, zh, en, kind, parent, from_day, to_day, territory, duties)
VALUES ('example', 'water', '水务局', 'Water Bureau', 'city', NULL, '2026-01-01', NULL, '620802', 'pipes urgent');
INSERT INTO person_row (jurisdiction, id, login, name, password, email, phone, active, seq)
VALUES ('example', 'li', 'li', '李雷', NULL, NULL, NULL, 1, 1);
INSERT INTO post_row (jurisdiction, person, role, unit, from_day, to_day)
VALUES ('example', 'li', 'handler', 'water', '2026-01-01', NULL);
INSERT INTO roster_row (jurisdiction, unit, from_at, person, to_at)
VALUES ('example', 'water', 1780000000000, 'li', 1780000099999);
INSERT INTO sealing_key (jurisdiction, id, wrapped, destroyed_at) VALUES ('example', 'case:1', BYTES'77726170706564', NULL);
INSERT INTO outbox (jurisdiction, id, due, kind, payload, attempts, next_at, leased_by, leased_until, sent_at, last_error)
VALUES ('example', 'case/C000001/1/0', 1780000000000, 'mail', BYTES'7b7d', 0, 1780000000000, NULL, NULL, NULL, NULL);
INSERT INTO lease (jurisdiction, name, holder, until) VALUES ('example', 'timers', 'a', 1780000000010);
INSERT INTO session (jurisdiction, token_hash, person, case_number, csrf, created, last_seen, ends, address, browser, way, owes)
VALUES ('example', 'token', 'li', NULL, 'csrf', 1780000000000, 1780000000000, 1780000099999, '10.0.0.1', 'Firefox', 'password', '');
INSERT INTO attempt (jurisdiction, bucket, window_start, count) VALUES ('example', 'ip', 1780000000000, 2);
INSERT INTO one_time_code (jurisdiction, purpose, key_hash, code_hash, expires, tries, used)
VALUES ('example', 'phone', 'key', 'code', 1780000099999, 0, 0);
INSERT INTO attachment (jurisdiction, id, stream, bytes, media, stored_at)
VALUES ('example', '0123456789abcdef', 'case/C000001', 1234, 'image/png', 1780000000000);
INSERT INTO visit_link (jurisdiction, token_hash, number, expires)
VALUES ('example', 'link', 'C000001', 1780000099999);
INSERT INTO peer_row (jurisdiction, peer, zh, en, public_key, address, body, unit, channel, role, above, takes, active, seq)
VALUES ('example', 'above', '上级市', 'City above', 'a2V5', NULL, 'city', NULL, 'city', NULL, 1, 'case ruling', 1, 1);
INSERT INTO exchange_row (jurisdiction, outgoing, peer, id, kind, at, state, number, theirs, answers, seq)
VALUES ('example', 0, 'above', 'm1', 'case', 1780000000000, 'done', 'C000001', 'B-1', NULL, 2);
INSERT INTO paper_row (jurisdiction, stream, no, document, number, seq, order_no, issued)
VALUES ('example', 'papers/office/督办/2026', 1, 'supervision', 'C000001', 1, NULL, 1780000000001);
INSERT INTO round_row (jurisdiction, round, slot, recorded, person, items, missed, seq)
VALUES ('example', 'watch', 1780000000000, 1780000000001, 'li', 3, NULL, 1);
INSERT INTO catalogue_row (jurisdiction, id, entry, seq)
VALUES ('example', 'pipes', '{"id":"pipes","words":["停水"],"lead":"water","basis":"三定方案","from":"2026-01-01"}', 1);
INSERT INTO source_row (jurisdiction, id, source, active, seq) VALUES ('example', 'board', '{}', 1, 1);
INSERT INTO item_row (jurisdiction, id, source, state, found, posted, mark, link, told_role, number, captured, seq)
VALUES ('example', 'i1', 'board', 'new', 1780000000000, NULL, 'm', 'l', NULL, NULL, 2, 2);
INSERT INTO source_state (jurisdiction, id, tried, fetched, next, failures, fault, detail, etag, modified, seen)
VALUES ('example', 'board', 1780000000000, NULL, 1780000900000, 1, 'sources-timeout', NULL, NULL, NULL, NULL);
INSERT INTO credential_row (jurisdiction, id, kind, person, credential, active, seq)
VALUES ('example', 't1', 'totp', 'li', '{}', 1, 1);
INSERT INTO credential_state (jurisdiction, id, used, count) VALUES ('example', 't1', 1780000000000, 59333333);
INSERT INTO log_leaf (jurisdiction, leaf, stream, seq, commitment)
VALUES ('example', 0, 'case/C000001', 1, BYTES'abababababababababababababababababababababababababababababababab');
INSERT INTO log_node (jurisdiction, level, position, hash) VALUES ('example', 4, 0, BYTES'abababababababababababababababababababababababababababababababab');
INSERT INTO tree_head (jurisdiction, size, at, text, day) VALUES ('example', 1, 1780000000002, 'head', '2026-06-01');
INSERT INTO cosignature (jurisdiction, size, peer, at, text) VALUES ('example', 1, 'above', 1780000000003, 'seen');
INSERT INTO peer_head (jurisdiction, peer, size, at, text) VALUES ('example', 'above', 1, 1780000000003, 'head');
INSERT INTO log_mark (name, position) VALUES ('log', 1);
INSERT INTO access_row (jurisdiction, stream, seq, n, at, person, what, number, place, reason, times)
VALUES ('example', 'access/2026-06-01', 1, 0, 1780000000000, 'li', 'case', 'C000001', NULL, NULL, 1);
INSERT INTO account (jurisdiction, id, address, created) VALUES ('example', 'hash', '{}', 1780000000000);
INSERT INTO session (jurisdiction, token_hash, person, case_number, csrf, created, last_seen, ends, address, browser, way, owes, account)
VALUES ('example', 'home', NULL, NULL, 'csrf', 1780000000000, 1780000000000, 1780000099999, '', '', 'account', '', 'hash');
INSERT INTO knowledge_row (jurisdiction, id, version, state, unit, public, from_day, to_day, review, supplied,
    supplied_by, decided, decided_by, reason, head, search, entry, seq)
VALUES ('example', 'lamps', 1, 'current', 'water', 1, '2026-01-01', NULL, '2026-06-01', 1780000000000, 'li',
    1780000000001, 'li', NULL, '路灯', '路灯', '{"title":"路灯","words":["路灯"],"text":"报修","public":true,"from":"2026-01-01","review":"2026-05-01"}', 2);
INSERT INTO knowledge_word (jurisdiction, word, id, version) VALUES ('example', '路灯', 'lamps', 1);
INSERT INTO saved_view (jurisdiction, person, name, wanted, kept)
VALUES ('example', 'li', '公众号来的', 'queue=all&channel=website', 1780000000000);
INSERT INTO public_facet (jurisdiction, number, facet, at) VALUES ('example', 'C000001', 'kind=complaint', 1780000000001);
INSERT INTO held (jurisdiction, id, whose, expires, bytes, content)
VALUES ('example', 'held', 'whose', 1780000000009, 16384, BYTES'00');

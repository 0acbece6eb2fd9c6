CREATE TABLE `find_rows` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`programme` text NOT NULL,
	`written` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `find_rows_subject` ON `find_rows` (`subject`,`programme`,`kind`);--> statement-breakpoint
ALTER TABLE `applications` ADD `folded` text;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `certificate_code` text;
--> statement-breakpoint
-- Where it stands is forgotten at once with what it said, and not only when pages are merged.
CREATE VIRTUAL TABLE `find_words` USING fts5(scope, name, contact, place, reference, prefix = '2 3 4', tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
INSERT INTO `find_words` (`find_words`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `find_rows_insert` AFTER INSERT ON `find_rows` BEGIN INSERT INTO find_words (rowid, scope, name, contact, place, reference) SELECT NEW.id, 'person p' || lower(hex(NEW.programme)),
 coalesce(replace(substr(p.folded, 1, instr(p.folded, char(10)) - 1), '~', ''), ''),
 coalesce(replace(substr(p.folded, instr(p.folded, char(10)) + 1), '~', ''), '') || ' ' || p.sign_in_name || ' ' || p.email || ' ' || replace(p.email, '.', '') || ' ' || coalesce((SELECT group_concat(substr(d.n, s.value), ' ') FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(p.phone, ' ', ''), char(160), ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', '') AS n) d, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18]') s WHERE length(d.n) - s.value >= 2), ''),
 coalesce((SELECT replace(s.folded_place, '~', '') FROM sign_offs s WHERE s.person = p.id AND s.programme = NEW.programme AND s.place <> '' ORDER BY s.decided_at DESC, s.id DESC LIMIT 1), ''),
 coalesce((SELECT group_concat(substr(s.id, -8) || ' ' || coalesce(s.certificate_code || ' ' || substr(s.certificate_code, 1, 4) || ' ' || substr(s.certificate_code, 5, 4) || ' ' || substr(s.certificate_code, 9), ''), ' ') FROM sign_offs s WHERE s.person = p.id AND s.programme = NEW.programme), '')
 FROM people p WHERE NEW.kind = 'person' AND p.id = NEW.subject; INSERT INTO find_words (rowid, scope, name, contact, place, reference) SELECT NEW.id, 'application p' || lower(hex(NEW.programme)),
 replace(coalesce(a.folded, ''), '~', ''), a.contact || ' ' || replace(a.contact, '.', '') || ' ' || CASE WHEN instr(a.contact, '@') > 0 THEN '' ELSE coalesce((SELECT group_concat(substr(d.n, s.value), ' ') FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(a.contact, ' ', ''), char(160), ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', '') AS n) d, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18]') s WHERE length(d.n) - s.value >= 2), '') END, '', substr(a.id, -8)
 FROM applications a WHERE NEW.kind = 'application' AND a.id = NEW.subject; END;
--> statement-breakpoint
CREATE TRIGGER `find_rows_update` AFTER UPDATE ON `find_rows` BEGIN DELETE FROM find_words WHERE rowid = OLD.id; INSERT INTO find_words (rowid, scope, name, contact, place, reference) SELECT NEW.id, 'person p' || lower(hex(NEW.programme)),
 coalesce(replace(substr(p.folded, 1, instr(p.folded, char(10)) - 1), '~', ''), ''),
 coalesce(replace(substr(p.folded, instr(p.folded, char(10)) + 1), '~', ''), '') || ' ' || p.sign_in_name || ' ' || p.email || ' ' || replace(p.email, '.', '') || ' ' || coalesce((SELECT group_concat(substr(d.n, s.value), ' ') FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(p.phone, ' ', ''), char(160), ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', '') AS n) d, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18]') s WHERE length(d.n) - s.value >= 2), ''),
 coalesce((SELECT replace(s.folded_place, '~', '') FROM sign_offs s WHERE s.person = p.id AND s.programme = NEW.programme AND s.place <> '' ORDER BY s.decided_at DESC, s.id DESC LIMIT 1), ''),
 coalesce((SELECT group_concat(substr(s.id, -8) || ' ' || coalesce(s.certificate_code || ' ' || substr(s.certificate_code, 1, 4) || ' ' || substr(s.certificate_code, 5, 4) || ' ' || substr(s.certificate_code, 9), ''), ' ') FROM sign_offs s WHERE s.person = p.id AND s.programme = NEW.programme), '')
 FROM people p WHERE NEW.kind = 'person' AND p.id = NEW.subject; INSERT INTO find_words (rowid, scope, name, contact, place, reference) SELECT NEW.id, 'application p' || lower(hex(NEW.programme)),
 replace(coalesce(a.folded, ''), '~', ''), a.contact || ' ' || replace(a.contact, '.', '') || ' ' || CASE WHEN instr(a.contact, '@') > 0 THEN '' ELSE coalesce((SELECT group_concat(substr(d.n, s.value), ' ') FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(a.contact, ' ', ''), char(160), ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', '') AS n) d, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18]') s WHERE length(d.n) - s.value >= 2), '') END, '', substr(a.id, -8)
 FROM applications a WHERE NEW.kind = 'application' AND a.id = NEW.subject; END;
--> statement-breakpoint
CREATE TRIGGER `find_rows_delete` AFTER DELETE ON `find_rows` BEGIN DELETE FROM find_words WHERE rowid = OLD.id; END;
--> statement-breakpoint
-- Whoever changes in a row that is compared is written again.
CREATE TRIGGER `find_people_update` AFTER UPDATE OF `folded`, `sign_in_name`, `email`, `phone` ON `people` BEGIN UPDATE find_rows SET written = written + 1 WHERE subject = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER `find_roles_insert` AFTER INSERT ON `roles` BEGIN INSERT INTO find_rows (kind, subject, programme) VALUES ('person', NEW.person, NEW.programme) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER `find_roles_delete` AFTER DELETE ON `roles` WHEN NOT EXISTS (SELECT 1 FROM roles WHERE person = OLD.person AND programme = OLD.programme) BEGIN DELETE FROM find_rows WHERE subject = OLD.person AND programme = OLD.programme; END;
--> statement-breakpoint
CREATE TRIGGER `find_sign_offs_insert` AFTER INSERT ON `sign_offs` BEGIN UPDATE find_rows SET written = written + 1 WHERE subject = NEW.person AND programme = NEW.programme; END;
--> statement-breakpoint
CREATE TRIGGER `find_sign_offs_update` AFTER UPDATE OF `place`, `folded_place`, `certificate_code` ON `sign_offs` BEGIN UPDATE find_rows SET written = written + 1 WHERE subject = NEW.person AND programme = NEW.programme; END;
--> statement-breakpoint
CREATE TRIGGER `find_sign_offs_delete` AFTER DELETE ON `sign_offs` BEGIN UPDATE find_rows SET written = written + 1 WHERE subject = OLD.person AND programme = OLD.programme; END;
--> statement-breakpoint
CREATE TRIGGER `find_applications_insert` AFTER INSERT ON `applications` BEGIN INSERT INTO find_rows (kind, subject, programme) VALUES ('application', NEW.id, NEW.programme) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER `find_applications_update` AFTER UPDATE OF `folded`, `contact` ON `applications` BEGIN UPDATE find_rows SET written = written + 1 WHERE subject = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER `find_applications_delete` AFTER DELETE ON `applications` BEGIN DELETE FROM find_rows WHERE subject = OLD.id; END;
--> statement-breakpoint
INSERT INTO find_rows (kind, subject, programme) SELECT DISTINCT 'person', person, programme FROM roles;
--> statement-breakpoint
INSERT INTO find_rows (kind, subject, programme) SELECT 'application', id, programme FROM applications;

CREATE TABLE `application_accounts` (
	`application` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`application`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `application_accounts_person` ON `application_accounts` (`person`);--> statement-breakpoint
ALTER TABLE `links` ADD `folded` text;--> statement-breakpoint
CREATE INDEX `roles_cohort` ON `roles` (`cohort`);
--> statement-breakpoint
-- Who is invited and did not come in yet is found like who applied.
DROP TRIGGER `find_rows_insert`;
--> statement-breakpoint
DROP TRIGGER `find_rows_update`;
--> statement-breakpoint
CREATE TRIGGER `find_rows_insert` AFTER INSERT ON `find_rows` BEGIN INSERT INTO find_words (rowid, scope, name, contact, place, reference) SELECT NEW.id, 'person p' || lower(hex(NEW.programme)),
 coalesce(replace(substr(p.folded, 1, instr(p.folded, char(10)) - 1), '~', ''), ''),
 coalesce(replace(substr(p.folded, instr(p.folded, char(10)) + 1), '~', ''), '') || ' ' || p.sign_in_name || ' ' || p.email || ' ' || replace(p.email, '.', '') || ' ' || coalesce((SELECT group_concat(substr(d.n, s.value), ' ') FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(p.phone, ' ', ''), char(160), ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', '') AS n) d, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18]') s WHERE length(d.n) - s.value >= 2), ''),
 coalesce((SELECT replace(s.folded_place, '~', '') FROM sign_offs s WHERE s.person = p.id AND s.programme = NEW.programme AND s.place <> '' ORDER BY s.decided_at DESC, s.id DESC LIMIT 1), ''),
 coalesce((SELECT group_concat(substr(s.id, -8) || ' ' || coalesce(s.certificate_code || ' ' || substr(s.certificate_code, 1, 4) || ' ' || substr(s.certificate_code, 5, 4) || ' ' || substr(s.certificate_code, 9), ''), ' ') FROM sign_offs s WHERE s.person = p.id AND s.programme = NEW.programme), '')
 FROM people p WHERE NEW.kind = 'person' AND p.id = NEW.subject; INSERT INTO find_words (rowid, scope, name, contact, place, reference) SELECT NEW.id, 'application p' || lower(hex(NEW.programme)),
 replace(coalesce(a.folded, ''), '~', ''), a.contact || ' ' || replace(a.contact, '.', '') || ' ' || CASE WHEN instr(a.contact, '@') > 0 THEN '' ELSE coalesce((SELECT group_concat(substr(d.n, s.value), ' ') FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(a.contact, ' ', ''), char(160), ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', '') AS n) d, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18]') s WHERE length(d.n) - s.value >= 2), '') END, '', substr(a.id, -8)
 FROM applications a WHERE NEW.kind = 'application' AND a.id = NEW.subject; INSERT INTO find_words (rowid, scope, name, contact, place, reference) SELECT NEW.id, 'invitation p' || lower(hex(NEW.programme)),
 replace(coalesce(l.folded, lower(l.name)), '~', ''), l.email || ' ' || replace(l.email, '.', ''), '', ''
 FROM links l WHERE NEW.kind = 'invitation' AND l.id = NEW.subject; END;
--> statement-breakpoint
CREATE TRIGGER `find_rows_update` AFTER UPDATE ON `find_rows` BEGIN DELETE FROM find_words WHERE rowid = OLD.id; INSERT INTO find_words (rowid, scope, name, contact, place, reference) SELECT NEW.id, 'person p' || lower(hex(NEW.programme)),
 coalesce(replace(substr(p.folded, 1, instr(p.folded, char(10)) - 1), '~', ''), ''),
 coalesce(replace(substr(p.folded, instr(p.folded, char(10)) + 1), '~', ''), '') || ' ' || p.sign_in_name || ' ' || p.email || ' ' || replace(p.email, '.', '') || ' ' || coalesce((SELECT group_concat(substr(d.n, s.value), ' ') FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(p.phone, ' ', ''), char(160), ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', '') AS n) d, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18]') s WHERE length(d.n) - s.value >= 2), ''),
 coalesce((SELECT replace(s.folded_place, '~', '') FROM sign_offs s WHERE s.person = p.id AND s.programme = NEW.programme AND s.place <> '' ORDER BY s.decided_at DESC, s.id DESC LIMIT 1), ''),
 coalesce((SELECT group_concat(substr(s.id, -8) || ' ' || coalesce(s.certificate_code || ' ' || substr(s.certificate_code, 1, 4) || ' ' || substr(s.certificate_code, 5, 4) || ' ' || substr(s.certificate_code, 9), ''), ' ') FROM sign_offs s WHERE s.person = p.id AND s.programme = NEW.programme), '')
 FROM people p WHERE NEW.kind = 'person' AND p.id = NEW.subject; INSERT INTO find_words (rowid, scope, name, contact, place, reference) SELECT NEW.id, 'application p' || lower(hex(NEW.programme)),
 replace(coalesce(a.folded, ''), '~', ''), a.contact || ' ' || replace(a.contact, '.', '') || ' ' || CASE WHEN instr(a.contact, '@') > 0 THEN '' ELSE coalesce((SELECT group_concat(substr(d.n, s.value), ' ') FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(a.contact, ' ', ''), char(160), ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), '/', '') AS n) d, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18]') s WHERE length(d.n) - s.value >= 2), '') END, '', substr(a.id, -8)
 FROM applications a WHERE NEW.kind = 'application' AND a.id = NEW.subject; INSERT INTO find_words (rowid, scope, name, contact, place, reference) SELECT NEW.id, 'invitation p' || lower(hex(NEW.programme)),
 replace(coalesce(l.folded, lower(l.name)), '~', ''), l.email || ' ' || replace(l.email, '.', ''), '', ''
 FROM links l WHERE NEW.kind = 'invitation' AND l.id = NEW.subject; END;
--> statement-breakpoint
CREATE TRIGGER `find_links_insert` AFTER INSERT ON `links` WHEN NEW.kind = 'invitation' AND NEW.role IN ('trainee', 'observer') AND NEW.used_at IS NULL AND NEW.withdrawn_at IS NULL BEGIN INSERT INTO find_rows (kind, subject, programme) VALUES ('invitation', NEW.id, NEW.programme) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER `find_links_words` AFTER UPDATE OF `folded`, `email` ON `links` WHEN NEW.kind = 'invitation' BEGIN UPDATE find_rows SET written = written + 1 WHERE subject = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER `find_links_over` AFTER UPDATE OF `used_at`, `withdrawn_at` ON `links` WHEN NEW.kind = 'invitation' AND (NEW.used_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL) BEGIN DELETE FROM find_rows WHERE subject = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER `find_links_delete` AFTER DELETE ON `links` WHEN OLD.kind = 'invitation' BEGIN DELETE FROM find_rows WHERE subject = OLD.id; END;
--> statement-breakpoint
INSERT INTO find_rows (kind, subject, programme) SELECT 'invitation', id, programme FROM links WHERE kind = 'invitation' AND role IN ('trainee', 'observer') AND used_at IS NULL AND withdrawn_at IS NULL;
--> statement-breakpoint
-- Whatever changes that the rule of db/desk-waits.ts reads, it is out of date from then on.
CREATE TRIGGER `desk_application_accounts_insert` AFTER INSERT ON `application_accounts` BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = NEW.application ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_application_accounts_update` AFTER UPDATE ON `application_accounts` BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = NEW.application ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_application_accounts_delete` AFTER DELETE ON `application_accounts` BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = OLD.application ON CONFLICT DO UPDATE SET stale_at = 0; END;

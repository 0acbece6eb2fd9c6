-- What says whether mail reaches somebody: a mail that was refused or sent, and what they said themselves.
CREATE TRIGGER `desk_refused_insert` AFTER INSERT ON `outbox` WHEN NEW.refused_at IS NOT NULL OR NEW.sent_at IS NOT NULL BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT id FROM people WHERE email = NEW.recipient AND email <> ''); END;
--> statement-breakpoint
CREATE TRIGGER `desk_refused_update` AFTER UPDATE OF `refused_at`, `sent_at` ON `outbox` WHEN NEW.refused_at IS NOT NULL OR EXISTS (SELECT 1 FROM outbox WHERE recipient = NEW.recipient AND refused_at IS NOT NULL) BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT id FROM people WHERE email = NEW.recipient AND email <> ''); END;
--> statement-breakpoint
CREATE TRIGGER `desk_refused_delete` AFTER DELETE ON `outbox` WHEN OLD.refused_at IS NOT NULL OR EXISTS (SELECT 1 FROM outbox WHERE recipient = OLD.recipient AND refused_at IS NOT NULL) BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT id FROM people WHERE email = OLD.recipient AND email <> ''); END;
--> statement-breakpoint
CREATE TRIGGER `desk_notice_wishes_insert` AFTER INSERT ON `notice_wishes` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_notice_wishes_update` AFTER UPDATE ON `notice_wishes` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_notice_wishes_delete` AFTER DELETE ON `notice_wishes` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT p.id FROM people p JOIN outbox o ON o.recipient = p.email AND o.refused_at IS NOT NULL);

CREATE TABLE `desk_waits` (
	`subject` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`stale_at` integer DEFAULT 0 NOT NULL,
	`computed_at` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `desk_waits_stale` ON `desk_waits` (`programme`,`stale_at`);--> statement-breakpoint
CREATE INDEX `desk_waits_computed` ON `desk_waits` (`programme`,`computed_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_task_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`person` text NOT NULL,
	`reason` text NOT NULL,
	`since` integer NOT NULL,
	`owner` text NOT NULL,
	`until_on` text,
	`why` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_task_holds`("id", "programme", "person", "reason", "since", "owner", "until_on", "why", "by", "at") SELECT "id", "programme", "person", "reason", "since", "owner", "until_on", "why", "by", "at" FROM `task_holds`;--> statement-breakpoint
DROP TABLE `task_holds`;--> statement-breakpoint
ALTER TABLE `__new_task_holds` RENAME TO `task_holds`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `task_holds_task` ON `task_holds` (`person`,`programme`,`reason`,`at`);--> statement-breakpoint
CREATE INDEX `task_holds_owner` ON `task_holds` (`owner`,`programme`);--> statement-breakpoint
CREATE INDEX `links_application` ON `links` (`application`);
--> statement-breakpoint
-- Whatever changes that the rule of db/desk-waits.ts reads, it is out of date from then on.
CREATE TRIGGER `desk_applications_insert` AFTER INSERT ON `applications` BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = NEW.id ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_applications_update` AFTER UPDATE ON `applications` BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = NEW.id ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_applications_delete` AFTER DELETE ON `applications` BEGIN DELETE FROM desk_waits WHERE subject = OLD.id; DELETE FROM tasks WHERE programme = OLD.programme AND person = OLD.id; DELETE FROM task_holds WHERE programme = OLD.programme AND person = OLD.id; END;
--> statement-breakpoint
CREATE TRIGGER `desk_first_talks_insert` AFTER INSERT ON `first_talks` BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = NEW.application ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_first_talks_update` AFTER UPDATE ON `first_talks` BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = NEW.application ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_first_talks_delete` AFTER DELETE ON `first_talks` BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = OLD.application ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_application_joins_insert` AFTER INSERT ON `application_joins` BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = NEW.application ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_application_joins_update` AFTER UPDATE ON `application_joins` BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = NEW.application ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_application_joins_delete` AFTER DELETE ON `application_joins` BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = OLD.application ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_links_insert` AFTER INSERT ON `links` WHEN NEW.kind = 'invitation' BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM links WHERE id = NEW.id AND kind = 'invitation' AND role IN ('trainee', 'observer') ON CONFLICT DO UPDATE SET stale_at = 0; INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = NEW.application ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_links_update` AFTER UPDATE ON `links` WHEN NEW.kind = 'invitation' BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM links WHERE id = NEW.id AND kind = 'invitation' AND role IN ('trainee', 'observer') ON CONFLICT DO UPDATE SET stale_at = 0; INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = NEW.application ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_links_delete` AFTER DELETE ON `links` WHEN OLD.kind = 'invitation' BEGIN DELETE FROM desk_waits WHERE subject = OLD.id; DELETE FROM tasks WHERE programme = OLD.programme AND person = OLD.id; DELETE FROM task_holds WHERE programme = OLD.programme AND person = OLD.id; INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications WHERE id = OLD.application ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_outbox_insert` AFTER INSERT ON `outbox` WHEN NEW.link IS NOT NULL BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM links WHERE id = NEW.link AND kind = 'invitation' AND role IN ('trainee', 'observer') ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_outbox_update` AFTER UPDATE ON `outbox` WHEN NEW.link IS NOT NULL BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM links WHERE id = NEW.link AND kind = 'invitation' AND role IN ('trainee', 'observer') ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_outbox_delete` AFTER DELETE ON `outbox` WHEN OLD.link IS NOT NULL BEGIN INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM links WHERE id = OLD.link AND kind = 'invitation' AND role IN ('trainee', 'observer') ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_roles_insert` AFTER INSERT ON `roles` WHEN NEW.role = 'coordinator' BEGIN UPDATE desk_waits SET stale_at = 0 WHERE programme = NEW.programme; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_roles_update` AFTER UPDATE ON `roles` WHEN NEW.role = 'coordinator' BEGIN UPDATE desk_waits SET stale_at = 0 WHERE programme = NEW.programme; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_roles_delete` AFTER DELETE ON `roles` WHEN OLD.role = 'coordinator' BEGIN UPDATE desk_waits SET stale_at = 0 WHERE programme = OLD.programme; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_account` AFTER UPDATE OF `disabled_at` ON `people` BEGIN UPDATE desk_waits SET stale_at = 0 WHERE programme IN (SELECT programme FROM roles WHERE person = NEW.id AND role = 'coordinator'); END;
--> statement-breakpoint
INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM applications;
--> statement-breakpoint
INSERT INTO desk_waits (programme, subject) SELECT programme, id FROM links WHERE kind = 'invitation' AND role IN ('trainee', 'observer') AND used_at IS NULL AND withdrawn_at IS NULL;

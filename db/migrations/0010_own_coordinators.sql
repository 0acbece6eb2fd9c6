CREATE TABLE `own_coordinators` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`person` text NOT NULL,
	`coordinator` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `own_coordinators_person` ON `own_coordinators` (`person`,`programme`,`at`);--> statement-breakpoint
CREATE INDEX `own_coordinators_coordinator` ON `own_coordinators` (`coordinator`);--> statement-breakpoint
DROP INDEX `tasks_order`;--> statement-breakpoint
DROP INDEX `tasks_reason`;--> statement-breakpoint
ALTER TABLE `tasks` ADD `own` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tasks` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `tasks_by_order` ON `tasks` (`programme`,`rank`,`since`,`name`);--> statement-breakpoint
CREATE INDEX `tasks_by_reason` ON `tasks` (`programme`,`reason`,`since`,`name`);--> statement-breakpoint
CREATE INDEX `tasks_by_own` ON `tasks` (`programme`,`own`,`rank`,`since`,`name`);--> statement-breakpoint
CREATE INDEX `tasks_by_own_reason` ON `tasks` (`programme`,`own`,`reason`,`since`,`name`);
--> statement-breakpoint
-- Whose own coordinator changes is out of date: also where that coordinator leaves, closes, or comes back.
CREATE TRIGGER `desk_own_coordinators_insert` AFTER INSERT ON `own_coordinators` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_own_coordinators_update` AFTER UPDATE ON `own_coordinators` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_own_coordinators_delete` AFTER DELETE ON `own_coordinators` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_coordinating_insert` AFTER INSERT ON `roles` WHEN NEW.role = 'coordinator' BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT person FROM own_coordinators WHERE coordinator = NEW.person); END;
--> statement-breakpoint
CREATE TRIGGER `desk_coordinating_update` AFTER UPDATE ON `roles` WHEN NEW.role = 'coordinator' BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT person FROM own_coordinators WHERE coordinator = NEW.person); END;
--> statement-breakpoint
CREATE TRIGGER `desk_coordinating_delete` AFTER DELETE ON `roles` WHEN OLD.role = 'coordinator' BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT person FROM own_coordinators WHERE coordinator = OLD.person); END;
--> statement-breakpoint
CREATE TRIGGER `desk_coordinating_account` AFTER UPDATE OF `disabled_at` ON `people` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT person FROM own_coordinators WHERE coordinator = NEW.id); END;
--> statement-breakpoint
UPDATE desk_people SET stale_at = 0;

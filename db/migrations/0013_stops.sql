CREATE TABLE `stop_ends` (
	`stop` text PRIMARY KEY NOT NULL,
	`ended_by` text NOT NULL,
	`ended_at` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`stop`) REFERENCES `stops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `stops` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`stopped_by` text NOT NULL,
	`stopped_at` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stopped_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stops_person` ON `stops` (`person`,`programme`,`stopped_at`);
--> statement-breakpoint
CREATE TRIGGER `desk_stops_insert` AFTER INSERT ON `stops` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_stops_update` AFTER UPDATE ON `stops` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_stops_delete` AFTER DELETE ON `stops` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_stop_ends_insert` AFTER INSERT ON `stop_ends` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM stops WHERE id = NEW.stop); END;
--> statement-breakpoint
CREATE TRIGGER `desk_stop_ends_update` AFTER UPDATE ON `stop_ends` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM stops WHERE id = NEW.stop); END;
--> statement-breakpoint
CREATE TRIGGER `desk_stop_ends_delete` AFTER DELETE ON `stop_ends` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM stops WHERE id = OLD.stop); END;

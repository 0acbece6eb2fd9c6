CREATE TABLE `notice_marks` (
	`name` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`notices` integer DEFAULT 0 NOT NULL,
	`mails` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notice_wishes` (
	`person` text NOT NULL,
	`kind` text NOT NULL,
	`is_on` integer NOT NULL,
	`hour` integer DEFAULT 8 NOT NULL,
	`weekdays` integer DEFAULT true NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person`, `kind`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text NOT NULL,
	`mail` text,
	PRIMARY KEY(`kind`, `subject`, `person`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person`,`at`);--> statement-breakpoint
CREATE INDEX `notices_mail` ON `notices` (`mail`);--> statement-breakpoint
CREATE TABLE `proven_addresses` (
	`person` text NOT NULL,
	`email` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person`, `email`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `outbox` ADD `later` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_order` ON `outbox` (`sent_at`,`later`,`next_try_at`);--> statement-breakpoint
CREATE INDEX `outbox_recipient` ON `outbox` (`recipient`,`created_at`);--> statement-breakpoint
CREATE INDEX `outbox_refused` ON `outbox` (`refused_at`) WHERE refused_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `second_signatures_at` ON `second_signatures` (`signed_at`);--> statement-breakpoint
CREATE INDEX `withdrawals_at` ON `withdrawals` (`withdrawn_at`);
--> statement-breakpoint
-- Who comes in by what was mailed reads there: a code, or an invitation that went out.
CREATE TRIGGER `prove_address` AFTER UPDATE OF `used_at` ON `links`
WHEN NEW.used_at IS NOT NULL AND NEW.used_by IS NOT NULL AND NEW.email <> ''
  AND (NEW.kind = 'mailed-code' OR EXISTS (SELECT 1 FROM outbox o WHERE o.link = NEW.id AND o.sent_at IS NOT NULL))
BEGIN
  INSERT INTO proven_addresses (person, email, at) VALUES (NEW.used_by, NEW.email, NEW.used_at) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
INSERT INTO `proven_addresses` (`person`, `email`, `at`)
SELECT l.used_by, l.email, min(l.used_at) FROM links l JOIN people p ON p.id = l.used_by
WHERE l.kind = 'invitation' AND l.email <> '' AND l.used_at IS NOT NULL GROUP BY l.used_by, l.email;

ALTER TABLE `observed_levels` ADD `harm` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `observed_levels` ADD `lifted_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `observed_levels_harm` ON `observed_levels` (`observation`) WHERE harm <> '';--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `needs` text DEFAULT '' NOT NULL;
ALTER TABLE `overviews` ADD `cards_on` text;--> statement-breakpoint
ALTER TABLE `overviews` ADD `cards_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `overviews_cards_at` ON `overviews` (`cards_at`);--> statement-breakpoint
CREATE INDEX `overviews_cards_on` ON `overviews` (`cards_on`) WHERE cards_on IS NOT NULL;
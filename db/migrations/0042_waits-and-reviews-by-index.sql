CREATE INDEX `overviews_help` ON `overviews` (`help_at`) WHERE help_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `overviews_reflection` ON `overviews` (`reflection_at`) WHERE reflection_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `support_reviews_held` ON `support_reviews` (`held_at`,`programme`,`person`);
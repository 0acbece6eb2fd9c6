CREATE TRIGGER `desk_data_requests_update` AFTER UPDATE ON `data_requests` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (OLD.person, NEW.person); END;
--> statement-breakpoint
CREATE TRIGGER `desk_data_answers_update` AFTER UPDATE ON `data_answers` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT person FROM data_requests WHERE id IN (OLD.request, NEW.request)); END;

-- Which action of the user's brought a false alarm, counted together with task_history.batch, so that undo takes back
-- what came last; 0: before actions were counted, never undone by it.
ALTER TABLE false_alarms ADD COLUMN batch INTEGER NOT NULL DEFAULT 0;

import { test } from '../fixtures.ts';
import { World } from '../world.ts';
import { certifying } from './whole-path/certifying.ts';
import { diagnosing } from './whole-path/diagnosing.ts';
import { enrolling } from './whole-path/enrolling.ts';
import { expertise } from './whole-path/final-works.ts';
import { firstDay } from './whole-path/first-day.ts';
import { talking } from './whole-path/talking.ts';
import { working } from './whole-path/tasks.ts';

/*
 * One intern's whole path, walked by six, from a cohort that the leader opens to certificates that a stranger checks.
 * The data are those of this run, so it may be repeated on the same database.
 *
 * `t-1` does every kind of step on the pages in full: all three cards of the first day, the diagnostic, the dates of the
 * route, the first task with its file, the effectiveness card, the final work, the first review, the survey, the document.
 * The other five sign in, apply, hand the diagnostic in, sign, send, post, publish, review, answer the survey on the pages,
 * too; what they write there was put into their drafts through the API. Through the API alone go their cards of the first
 * day, the acceptance of 28 of the 30 tasks, and everything that is read to compare it with the golden cases.
 * `t-1`, `t-2`, `t-3` are the golden cases; `t-4` has no deficits, a task of `t-5` is returned once, `t-6` falls short.
 */
test.describe.configure({ mode: 'serial' });

const world = new World();

enrolling(world);
firstDay(world);
diagnosing(world);
working(world);
talking(world);
expertise(world);
certifying(world);

import { test } from '../fixtures.ts';
import { World } from '../world.ts';
import { certifying } from './whole-path/certifying.ts';
import { diagnosing } from './whole-path/diagnosing.ts';
import { enrolling } from './whole-path/enrolling.ts';
import { expertise } from './whole-path/final-works.ts';
import { firstDay } from './whole-path/first-day.ts';
import { talking } from './whole-path/talking.ts';
import { working } from './whole-path/tasks.ts';

test.describe.configure({ mode: 'serial' });

const world = new World();
/*TMP*/ import { readFileSync, writeFileSync } from 'node:fs';
if (process.env.RESUME) world.load(JSON.parse(readFileSync('/tmp/world.json', 'utf8')));
test.afterEach(() => writeFileSync('/tmp/world.json', JSON.stringify(world.save()))); /*/TMP*/

enrolling(world);
firstDay(world);
diagnosing(world);
working(world);
talking(world);
expertise(world);
certifying(world);

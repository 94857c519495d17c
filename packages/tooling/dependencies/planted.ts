/** A small tree that keeps every rule, and one file for each rule that breaks it. */

const CAPABILITIES = 'apps/service/src/capabilities';

/** Packages that the planted imports lead to: dependency-cruiser judges where an import really ends. */
export const PACKAGES = ['zod', 'fastify', 'drizzle-orm', 'postgres', 'left-pad', 'svelte', 'echarts'];

export const KEPT: Record<string, string> = {
	'packages/domain/src/tasks/index.ts': 'export const STATES = ["open"];',
	'packages/domain/src/tasks/example-tasks.ts': 'import pad from "left-pad"; export const padded = pad;',
	'packages/contract/src/tasks/index.ts':
		'import { z } from "zod"; import { STATES } from "@stazhirovka/domain/tasks"; export const Task = z.enum(STATES);',
	'packages/ui/src/index.ts': 'export const Button = 1;',
	'db/client.ts': 'import { drizzle } from "drizzle-orm"; export type Tx = typeof drizzle;',
	[`${CAPABILITIES}/tasks/store.ts`]: 'import { drizzle } from "drizzle-orm"; export const load = drizzle;',
	[`${CAPABILITIES}/tasks/commands/hand-in.ts`]:
		'import type { Tx } from "@stazhirovka/db"; import { load } from "../store.ts"; export const handIn = (tx: Tx) => load(tx);',
	[`${CAPABILITIES}/tasks/http.ts`]:
		'import { fastify } from "fastify"; import { handIn } from "./commands/hand-in.ts"; export const routes = [fastify, handIn];',
	[`${CAPABILITIES}/tasks/index.ts`]: 'export { handIn } from "./commands/hand-in.ts";',
	[`${CAPABILITIES}/chat/commands/greet.ts`]:
		'import { handIn } from "../../tasks/index.ts"; export const greet = handIn;',
	'apps/web/src/routes/+page.server.ts':
		'import { Task } from "@stazhirovka/contract/tasks"; export const load = () => Task;',
	'apps/web/src/routes/+page.svelte': [
		'<script lang="ts">',
		'import type { Task } from "@stazhirovka/contract/tasks";',
		'import { STATES } from "@stazhirovka/domain/tasks";',
		'import { dated } from "#lib/dates.ts";',
		'let task: typeof Task = $props();',
		'</script>',
		'{STATES} {task} {dated}'
	].join('\n'),
	'apps/web/src/lib/dates.ts': 'export const dated = 1;',
	'e2e/journeys/tasks.spec.ts':
		'import { Task } from "@stazhirovka/contract/tasks"; export const task = Task;'
};

type Break = { rule: string; file: string; content: string };

export const BROKEN: Break[] = [
	{
		rule: 'no-circles',
		file: 'packages/domain/src/tasks/circle.ts',
		content: 'import { other } from "./other.ts"; export const circle = other;'
	},
	{ rule: 'no-lost-imports', file: 'db/lost.ts', content: 'import "./nowhere.ts";' },
	{ rule: 'no-junk-drawers', file: 'db/tidy.ts', content: 'import "./utils/junk.ts";' },
	{ rule: 'domain-is-pure', file: 'packages/domain/src/tasks/disk.ts', content: 'import "node:fs";' },
	{
		rule: 'examples-are-for-tests',
		file: 'packages/domain/src/tasks/leaning.ts',
		content: 'import "./example-tasks.ts";'
	},
	{
		rule: 'contract-speaks-domain',
		file: 'packages/contract/src/tasks/pad.ts',
		content: 'import "left-pad";'
	},
	{
		rule: 'database-knows-domain-only',
		file: 'db/words.ts',
		content: 'import "@stazhirovka/contract/tasks";'
	},
	{ rule: 'service-has-no-pages', file: 'apps/service/src/draw.ts', content: 'import "@stazhirovka/ui";' },
	{ rule: 'web-talks-http', file: 'apps/web/src/lib/server/sql.ts', content: 'import "@stazhirovka/db";' },
	{
		rule: 'contract-stays-out-of-the-browser',
		file: 'apps/web/src/lib/Heavy.svelte',
		content: '<script lang="ts">import { Task } from "@stazhirovka/contract/tasks"; Task;</script>'
	},
	{
		rule: 'contract-stays-out-of-the-browser',
		file: 'apps/web/src/lib/heavy.ts',
		content: 'import { Task } from "@stazhirovka/contract/tasks"; export const heavy = Task;'
	},
	{
		rule: 'pictures-are-drawn-on-the-server',
		file: 'apps/web/src/lib/drawing.ts',
		content: 'import { init } from "echarts"; export const drawing = init;'
	},
	{
		rule: 'ui-is-presentational',
		file: 'packages/ui/src/Task.svelte',
		content: '<script lang="ts">import { STATES } from "@stazhirovka/domain/tasks";</script>{STATES}'
	},
	{
		rule: 'sql-in-stores',
		file: `${CAPABILITIES}/tasks/commands/delete.ts`,
		content: 'import { drizzle } from "drizzle-orm"; export const remove = drizzle;'
	},
	{
		rule: 'http-at-the-edge',
		file: `${CAPABILITIES}/tasks/commands/reply.ts`,
		content: 'import type { fastify } from "fastify"; export type Reply = typeof fastify;'
	},
	{
		rule: 'http-at-the-edge',
		file: `${CAPABILITIES}/sites/acts/commands/reply.ts`,
		content: 'import type { fastify } from "fastify"; export type Reply = typeof fastify;'
	},
	{
		rule: 'capability-front-door',
		file: `${CAPABILITIES}/chat/commands/sneak.ts`,
		content: 'import { load } from "../../tasks/store.ts"; export const sneak = load;'
	},
	{
		rule: 'bench-only-measures',
		file: 'apps/service/src/hurry.ts',
		content: 'import "../../../packages/bench/bench.ts";'
	},
	{ rule: 'bench-knows-no-pages', file: 'packages/bench/draw.ts', content: 'import "@stazhirovka/ui";' },
	{ rule: 'e2e-is-a-stranger', file: 'e2e/journeys/inside.spec.ts', content: 'import "@stazhirovka/db";' }
];

/** What the broken files need beside them; itself without fault. */
export const ACCOMPLICES: Record<string, string> = {
	'packages/domain/src/tasks/other.ts': 'import { circle } from "./circle.ts"; export const other = circle;',
	'packages/bench/bench.ts': 'export const bench = 1;',
	'db/utils/junk.ts': 'export const junk = 1;'
};

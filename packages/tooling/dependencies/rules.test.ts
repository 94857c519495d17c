import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import config from '../dependency-cruiser.config.ts';
import { cruise, type Cruise } from './cruise.ts';
import { findSources, judge } from './judge.ts';
import { plant } from './plant.ts';
import { ACCOMPLICES, BROKEN, KEPT } from './planted.ts';

type Planted = { found: Cruise; sources: string[] };

const plants: string[] = [];
let kept: Planted;
let broken: Planted;

function cruisePlanted(files: Record<string, string>): Planted {
	const root = plant(files);
	plants.push(root);
	return { found: cruise(root), sources: findSources(root) };
}

beforeAll(() => {
	const breaks = Object.fromEntries(BROKEN.map(({ file, content }) => [file, content]));
	kept = cruisePlanted(KEPT);
	broken = cruisePlanted({ ...KEPT, ...ACCOMPLICES, ...breaks });
});
afterAll(() => plants.forEach((root) => rmSync(root, { recursive: true })));

test('a tree that keeps the rules has no fault', () => {
	expect(judge(kept.found, kept.sources)).toEqual([]);
});

test.each(BROKEN)('$rule is broken by $file', ({ rule, file }) => {
	expect(broken.found.violations).toContainEqual(expect.objectContaining({ rule, from: file }));
});

test('every rule has a planted break', () => {
	const planted = new Set(BROKEN.map(({ rule }) => rule));
	expect(config.forbidden?.map(({ name }) => name).filter((name) => !planted.has(name ?? ''))).toEqual([]);
});

test('a tool that reads one module and finds no fault is itself a fault', () => {
	const blind: Cruise = { modules: ['db/client.ts'], violations: [] };
	expect(judge(blind, kept.sources).length).toBe(kept.sources.length - 1);
});

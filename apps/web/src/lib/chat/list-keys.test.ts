import { expect, test } from 'vitest';
import { listKey, walked } from './list-keys.ts';

test('R20: Home and End walk from anywhere in the list, also from a button of a message', () => {
	expect(listKey('Home', 'list')).toBe('first');
	expect(listKey('End', 'message')).toBe('last');
	expect(listKey('Home', 'inside')).toBe('first');
	expect(listKey('ArrowUp', 'inside')).toBe('earlier');
});

test('a button inside a message keeps its own keys; letters are of the message alone', () => {
	expect(listKey('Enter', 'inside')).toBeNull();
	expect(listKey('KeyR', 'inside')).toBeNull();
	expect(listKey('KeyR', 'list')).toBeNull();
	expect(listKey('KeyT', 'message')).toBe('thread');
	expect(listKey('Tab', 'message')).toBeNull();
});

test('a walk stops at both ends and begins with the newest message', () => {
	const all = [{ seq: 2 }, { seq: 5 }, { seq: 9 }];
	expect(walked(all, null, -1)?.seq).toBe(9);
	expect(walked(all, 5, -1)?.seq).toBe(2);
	expect(walked(all, 2, -1)?.seq).toBe(2);
	expect(walked(all, 5, Infinity)?.seq).toBe(9);
	expect(walked(all, 5, -Infinity)?.seq).toBe(2);
	expect(walked([], 5, 1)).toBeUndefined();
});

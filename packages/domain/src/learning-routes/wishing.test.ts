import { expect, test } from 'vitest';
import { mayAnswer, mayAsk } from './index.ts';

const code = (found: ReturnType<typeof mayAsk>) => (found.ok ? null : found.refusal.code);
const wish = { reason: 'Заменили расписание уроков', same: false };

test('R94: a change of an agreed route is asked for once at a time, with a reason', () => {
	expect(code(mayAsk({ state: 'agreed', asked: false }, wish))).toBe(null);
	expect(code(mayAsk({ state: 'proposed', asked: false }, wish))).toBe('learning_route.not_now');
	expect(code(mayAsk({ state: 'agreed', asked: true }, wish))).toBe('learning_route.asked_already');
	expect(code(mayAsk({ state: 'agreed', asked: false }, { ...wish, same: true }))).toBe(
		'learning_route.same'
	);
	expect(code(mayAsk({ state: 'agreed', asked: false }, { ...wish, reason: 'ну' }))).toBe(
		'learning_route.reason_missing'
	);
});

test('R94: the tutor declines with words and agrees without', () => {
	expect(code(mayAnswer({ asked: true, outdated: false }, 'accept', ''))).toBe(null);
	expect(code(mayAnswer({ asked: true, outdated: false }, 'decline', 'нет'))).toBe(
		'learning_route.remark_missing'
	);
	expect(code(mayAnswer({ asked: true, outdated: false }, 'decline', 'Сначала закончите начатое'))).toBe(
		null
	);
	expect(code(mayAnswer({ asked: false, outdated: false }, 'accept', ''))).toBe(
		'learning_route.nothing_asked'
	);
});

test('R94: a wish made before the route was changed takes nothing back: it is declined, and asked for anew', () => {
	const standing = { asked: true, outdated: true };
	expect(code(mayAnswer(standing, 'accept', ''))).toBe('learning_route.outdated');
	expect(code(mayAnswer(standing, 'decline', 'Сроки уже сдвинулись'))).toBe(null);
});

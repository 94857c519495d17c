import { expect, test } from 'vitest';
import { effectivenessBlock, type TaskState } from './index.ts';

const tried = (state: TaskState) => ({ state, tryoutRequired: true });
const plain = (state: TaskState) => ({ state, tryoutRequired: false });

test('R107: nothing is measured before the route is agreed', () => {
	expect(effectivenessBlock({ agreed: false }, [tried('locked')])).toEqual({
		code: 'effectiveness_card.route_not_agreed'
	});
});

test.each(['sent', 'returned', 'accepted'] as const)(
	'R103: the card opens when a task with a try-out is %s',
	(state) => {
		expect(effectivenessBlock({ agreed: true }, [plain('open'), tried(state)])).toBe(null);
	}
);

test('R103: sending a task without a try-out measures nothing while the route has tasks with one', () => {
	expect(effectivenessBlock({ agreed: true }, [plain('accepted'), tried('open')])).toEqual({
		code: 'effectiveness_card.no_tryout_sent'
	});
});

test('R107: in a route without try-outs the first sent task opens the card', () => {
	expect(effectivenessBlock({ agreed: true }, [plain('open'), plain('locked')])).toEqual({
		code: 'effectiveness_card.nothing_sent'
	});
	expect(effectivenessBlock({ agreed: true }, [plain('sent'), plain('open')])).toBe(null);
});

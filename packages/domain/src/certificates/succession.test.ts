import { expect, test } from 'vitest';
import { certificateStatus, decideCertificate, possibleActions } from './succession.ts';

const facts = (isRevoked: boolean, isReplaced: boolean) => ({ isRevoked, isReplaced });

test('X2: a document in force may be revoked, doubled or corrected', () => {
	expect(certificateStatus(facts(false, false))).toBe('valid');
	expect(possibleActions(facts(false, false))).toEqual(['revoke', 'duplicate', 'correction']);
});

test('X2: after a revocation only a corrected one may follow', () => {
	expect(certificateStatus(facts(true, false))).toBe('revoked');
	expect(possibleActions(facts(true, false))).toEqual(['correction']);
	expect(decideCertificate(facts(true, false), 'duplicate')).toEqual({
		ok: false,
		refusal: { code: 'certificate.revoked' }
	});
});

test('X2: what was replaced stays as it is, revoked before or not', () => {
	for (const isRevoked of [false, true]) {
		expect(certificateStatus(facts(isRevoked, true))).toBe('replaced');
		expect(possibleActions(facts(isRevoked, true))).toEqual([]);
		expect(decideCertificate(facts(isRevoked, true), 'revoke')).toEqual({
			ok: false,
			refusal: { code: 'certificate.replaced' }
		});
	}
});

import { randomBytes } from 'node:crypto';
import type { Visit } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { post } from '../../../shell/mail.ts';
import { hashToken } from '../session-store.ts';
import * as store from '../store.ts';

const MINUTES = 60;
const LETTERS_PER_WINDOW = 5;

/** Says «sent» to everybody, so that nobody learns who is registered. */
export async function askPasswordReset(visit: Visit, input: { email: string }): Promise<void> {
	const subject = `reset:${input.email.trim().toLowerCase()}`;
	const since = new Date(visit.now().getTime() - MINUTES * 60_000);
	const asked = await store.countAttempts(visit.db, [subject], since);
	if ((asked.get(subject) ?? 0) >= LETTERS_PER_WINDOW)
		fail('tooMany', 'account.too_many_attempts', { minutes: MINUTES });
	await store.addAttempts(visit.db, [subject], visit.now());

	const token = randomBytes(32).toString('base64url');
	await visit.db.transaction(async (tx) => {
		const person = await store.findByEmail(tx, input.email.trim());
		if (!person || person.blockedAt) return;

		await store.insertReset(tx, {
			id: hashToken(token),
			personId: person.id,
			createdAt: visit.now(),
			expiresAt: new Date(visit.now().getTime() + MINUTES * 60_000)
		});
		await post(tx, letter(person, `${visit.origin}/reset/${token}`), visit.now());
	});
}

function letter(person: { email: string; givenName: string }, link: string) {
	return {
		to: person.email,
		subject: 'Новый пароль для «Стажировки»',
		text: `Здравствуйте, ${person.givenName}!\n\nЧтобы задать новый пароль, откройте ссылку. Она действует один час и один раз:\n${link}\n\nЕсли вы не просили об этом, ничего делать не нужно: пароль останется прежним.`
	};
}

import type { Deps } from '../../shell/context.ts';
import { post, type Letter } from '../../shell/mail.ts';
import { claimInvitation, dueInvitations } from './follow-up-store.ts';

/** Asks everybody whose time has come, once each (X26). The same process or another may do it again: nobody is asked twice. */
export async function inviteToFollowUps({
	db,
	now,
	origin
}: Pick<Deps, 'db' | 'now' | 'origin'>): Promise<void> {
	for (const { enrolmentId, ...person } of await dueInvitations(db, now())) {
		await db.transaction(async (tx) => {
			if (!(await claimInvitation(tx, enrolmentId, now()))) return;
			await post(tx, invitation(person, `${origin}/my/${enrolmentId}/follow-up`), now());
		});
	}
}

function invitation(
	{ email, givenName, programme }: { email: string; givenName: string; programme: string },
	link: string
): Letter {
	return {
		to: email,
		subject: `Что изменилось после стажировки «${programme}»?`,
		text: `Здравствуйте, ${givenName}!

Со дня, когда вы получили документ о стажировке «${programme}», прошло время. Расскажите, что из неё вы применяете:
${link}

Вопросов немного, ответы анонимны: они хранятся без имени и времени. Отвечать не обязательно, больше писем об этом не будет.`
	};
}

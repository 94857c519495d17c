import { longDate } from '@stazhirovka/domain/certificates';
import type { Letter } from '../../shell/mail.ts';

type Facts = { email: string; givenName: string; programme: string; cohort: string; startsOn: string };

export function confirmed(facts: Facts, link: string): Letter {
	return {
		to: facts.email,
		subject: `Заявка подтверждена: «${facts.programme}»`,
		text: `Здравствуйте, ${facts.givenName}!

Ваша заявка на программу «${facts.programme}» (${facts.cohort}) подтверждена. Начало: ${longDate(facts.startsOn)}

Программа и переписка с тьютором открыты здесь:
${link}`
	};
}

export function declined(facts: Facts, reason: string, link: string): Letter {
	return {
		to: facts.email,
		subject: `Заявка отклонена: «${facts.programme}»`,
		text: `Здравствуйте, ${facts.givenName}!

Ваша заявка на программу «${facts.programme}» (${facts.cohort}) отклонена. Причина:
${reason}

Ваши заявки:
${link}`
	};
}

export function expelled(facts: Facts, reason: string, link: string): Letter {
	return {
		to: facts.email,
		subject: `Обучение прекращено: «${facts.programme}»`,
		text: `Здравствуйте, ${facts.givenName}!

Издан приказ о вашем отчислении из потока «${facts.cohort}» программы «${facts.programme}». Основание:
${reason}

Выписка из приказа и справка об обучении, когда её оформят, будут здесь:
${link}`
	};
}

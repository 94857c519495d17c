import { fullName } from '@stazhirovka/domain/certificates';
import type { Letter } from '../../shell/mail.ts';
import type { addressed } from './queries.ts';

type Person = NonNullable<Awaited<ReturnType<typeof addressed>>>;

/** To the tutor, when the tries of an intern are used up. */
export function needsTalk(tutor: Person, intern: Person, link: string): Letter {
	return {
		to: tutor.email,
		subject: 'Стажёру нужна помощь с пробной рецензией',
		text: `Здравствуйте, ${tutor.givenName}!

Оценки за пример у стажёра трижды разошлись с оценками площадки: ${fullName(intern)}. Поговорите о критериях. После разговора можно открыть стажёру настоящие рецензии:
${link}`
	};
}

/** `npm run administrator -- --email anna@school.example`: the first administrator of an installation. */
import { parseArgs } from 'node:util';
import { makeAdministrator } from '@stazhirovka/service/administrator';
import { openDatabase } from './database.ts';
import { readSettings } from './settings.ts';
import { report, Trouble } from './trouble.ts';

async function appoint(): Promise<void> {
	const { email } = parseArgs({ options: { email: { type: 'string' } } }).values;
	if (!email) throw new Trouble('Укажите почту: npm run administrator -- --email anna@school.example');

	// The embedded database belongs to the running product, and the demonstration has its administrator.
	const settings = readSettings();
	if (!settings.databaseUrl) throw new Trouble('Укажите базу данных в DATABASE_URL.');

	const { url } = await openDatabase(settings);
	if (!(await makeAdministrator(url, email))) {
		throw new Trouble(`С почтой ${email} никто не зарегистрирован. Сначала зарегистрируйтесь на портале.`);
	}
	console.log(`${email}: теперь администратор. Войдите заново.`);
}

try {
	await appoint();
} catch (error) {
	report(error);
}

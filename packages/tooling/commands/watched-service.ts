/** The service of `npm run dev`. Its options come as one JSON argument, so that a restart gets the same ones. */
import { run } from '@stazhirovka/service/main';
import { Stopping } from './stopping.ts';

export type WatchedOptions = Omit<Parameters<typeof run>[0], 'pages'>;

const stopping = new Stopping();
const options = JSON.parse(process.argv[2] ?? '{}') as WatchedOptions;
const service = await run(options);
stopping.add(service.close);

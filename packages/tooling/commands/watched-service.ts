/** The service of `npm run dev`: node starts it anew, with the same options, on every change. */
import { run } from '@stazhirovka/service/main';
import { Stopping } from './stopping.ts';
import { unpack } from './watched-options.ts';

const stopping = new Stopping();
const service = await run(unpack());
stopping.add(service.close);

// Imported before anything that could build a schema: zod's compiled parsers use `eval`, which the
// content security policy refuses and reports.
import * as z from 'zod';

z.config({ jitless: true });

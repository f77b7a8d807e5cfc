import { toReport } from '../../src/report/json.ts';
import { renderLog } from '../../src/report/log.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderLine } from '../../src/report/terminal.ts';
import { createResult } from '../support/results.ts';

const PROXY = 'socks5h://proxy.example.com:1080';
const direct = createResult();
const proxied = createResult({ account: { proxy: PROXY } });
const options = { colour: false, verbose: false };

test('each report shows the proxy of an account', () => {
  expect(renderSummary(proxied)).toContain(PROXY);
  expect(renderLog(proxied).lines).toContain(`through the proxy ${PROXY}`);
  expect(renderLine(proxied, options)).toContain(`through ${PROXY}`);
  expect(toReport(proxied).proxy).toBe(PROXY);
});

test('a direct connection has no word about proxies', () => {
  expect(renderSummary(direct)).not.toMatch(/proxy/i);
  expect(renderLog(direct).lines.join('\n')).not.toMatch(/proxy/i);
  expect(renderLine(direct, options)).not.toContain('through');
  expect(toReport(direct).proxy).toBeNull();
});

import { describeNeeding } from '../support/platform.ts';
import { runProgram } from '../support/program.ts';

/** Begins every program: a guard that says what it was told of. */
const GUARDED = `
import { endProcess, ExitStatus, guardProcess } from './exit.js';
const status = new ExitStatus(1);
const fail = guardProcess({
  status,
  faultStatus: 70,
  cancelGraceMs: 300,
  onSignal: () => console.log('cancelled'),
  onFault: (error) => console.log('fault: ' + error.message),
});
`;

test('a process that ends without a decision fails', async () => {
  const { exitCode } = await runProgram(`${GUARDED} await endProcess();`);
  expect(exitCode).toBe(1);
});

test('the verdict decides the status', async () => {
  const { exitCode } = await runProgram(`${GUARDED} status.decide(0); await endProcess();`);
  expect(exitCode).toBe(0);
});

test('a fault is told once and stands, whatever is decided later', async () => {
  const body = `${GUARDED}
    fail(new Error('first')); fail(new Error('second'));
    status.decide(0); await endProcess();`;
  expect(await runProgram(body)).toMatchObject({ exitCode: 70, stdout: 'fault: first\n' });
});

test('an exception that nobody catches is a fault, and the results are still written', async () => {
  const body = `${GUARDED}
    setTimeout(() => { throw new Error('stray'); }, 1);
    setTimeout(() => { console.log('results'); void endProcess(); }, 50);`;
  expect(await runProgram(body)).toMatchObject({
    exitCode: 70,
    stdout: 'fault: stray\nresults\n',
    stderr: '',
  });
});

test('a fault in telling a fault ends the process', async () => {
  const body = `${GUARDED.replace("console.log('fault: ' + error.message)", "{ throw new Error('again'); }")}
    fail(new Error('first')); setInterval(() => {}, 1000);`;
  const { exitCode, elapsedMs } = await runProgram(body);
  expect(exitCode).toBe(70);
  expect(elapsedMs).toBeLessThan(5000);
});

test('faults that follow from telling a fault do not go round in circles', async () => {
  const body = `${GUARDED.replace("console.log('fault: ' + error.message)", "setTimeout(() => { console.log('x'); throw new Error('again'); }, 1)")}
    fail(new Error('first')); setTimeout(endProcess, 200);`;
  const { exitCode, stdout } = await runProgram(body);
  expect(exitCode).toBe(70);
  expect(stdout).toBe('x\n');
});

test('a promise that nothing can settle any more is a fault', async () => {
  const body = `${GUARDED} await new Promise(() => {});`;
  const { exitCode, stdout } = await runProgram(body);
  expect(exitCode).toBe(70);
  expect(stdout).toBe('fault: nothing is left to wait for\n');
});

test('whatever still holds the process, it ends once everything is written', async () => {
  const body = `${GUARDED}
    setInterval(() => {}, 1000); process.stdout.write('x'.repeat(500_000)); status.decide(0);
    await endProcess();`;
  const { exitCode, stdout } = await runProgram(body);
  expect(exitCode).toBe(0);
  expect(stdout).toHaveLength(500_000);
});

describeNeeding('signals that can be caught')('a signal', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends a process that does not end by itself', async (signal, expected) => {
    const body = `${GUARDED} setInterval(() => {}, 1000); console.log('up');`;
    const run = await runProgram(body, (kill) => {
      kill(signal);
    });
    expect(run).toMatchObject({ exitCode: expected, stdout: 'up\ncancelled\n' });
    expect(run.elapsedMs).toBeLessThan(5000);
  });

  test('stands, whatever the verdict is by then', async () => {
    const body = `${GUARDED}
      console.log('up');
      process.once('SIGINT', () => { status.decide(0); void endProcess(); });
      setInterval(() => {}, 1000);`;
    const run = await runProgram(body, (kill) => {
      kill('SIGINT');
    });
    expect(run.exitCode).toBe(130);
  });

  test('twice is the same as once, so that the second does not keep the reports away', async () => {
    const body = `${GUARDED}
      console.log('up'); setTimeout(() => { console.log('reports'); void endProcess(); }, 1000);`;
    const run = await runProgram(
      body.replace('cancelGraceMs: 300', 'cancelGraceMs: 5000'),
      (kill) => {
        kill('SIGINT');
        setTimeout(() => {
          kill('SIGINT');
        }, 100);
      },
    );
    expect(run).toMatchObject({ exitCode: 130, stdout: 'up\ncancelled\nreports\n' });
  });
});

/** Without a listener, Node makes the failed write an exception, and telling of it is a write again: for ever. */
test('a reader that has gone changes neither the status nor the time', async () => {
  const body = `${GUARDED}
    process.stdout.destroySoon ??= () => {};
    const { closeSync } = await import('node:fs');
    closeSync(1);
    for (let n = 0; n < 100; n += 1) process.stdout.write('x');
    status.decide(0); await endProcess();`;
  const { exitCode, elapsedMs, stderr } = await runProgram(body);
  expect(exitCode).toBe(0);
  expect(stderr).toBe('');
  expect(elapsedMs).toBeLessThan(5000);
});

/** Sends the commands one after the other, with no more parsing than a reply's end; `whenDone` hears the last. */
export function converse(socket, commands, whenDone) {
  socket.on('data', (chunk) => {
    if (!/^\d{3} /m.test(chunk.toString().split('\r\n').at(-2))) return;
    const command = commands.shift();
    if (command === undefined) whenDone(chunk.toString());
    else socket.write(`${command}\r\n`);
  });
}

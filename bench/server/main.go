// A submission server for measurements. It answers at once and knows just enough SMTP for the contestants:
// STARTTLS and implicit TLS (1.3 with session tickets), AUTH PLAIN, LOGIN and CRAM-MD5 with one password for
// every user. To a user whose name begins with "silent" it never answers. It is written in Go so that it uses every
// core and costs much less than what is measured.
//
// Usage: server CERTIFICATE KEY; prints the ports for STARTTLS and for implicit TLS, and on SIGUSR1 how many TLS
// handshakes there were and how many of them resumed a session.
package main

import (
	"bufio"
	"crypto/hmac"
	"crypto/md5"
	"crypto/tls"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"log"
	"net"
	"os"
	"os/signal"
	"strings"
	"sync/atomic"
	"syscall"
)

const (
	password  = "correct horse"
	challenge = "<1896.697170952@bench.example.test>"
)

var handshakes, resumed atomic.Int64

var encode = base64.StdEncoding.EncodeToString

// session is one connection; its channel changes once when STARTTLS is said.
type session struct {
	channel net.Conn
	lines   *bufio.Reader
	secure  bool
}

func (s *session) say(reply string) { fmt.Fprintf(s.channel, "%s\r\n", reply) }

// ask says a reply, none if it is empty, and returns the next line of the client.
func (s *session) ask(reply string) (string, error) {
	if reply != "" {
		s.say(reply)
	}
	line, err := s.lines.ReadString('\n')
	return strings.TrimRight(line, "\r\n"), err
}

// secureWith makes the channel TLS. A handshake that fails shows at the next read.
func (s *session) secureWith(config *tls.Config) {
	channel := tls.Server(s.channel, config)
	if channel.Handshake() == nil {
		handshakes.Add(1)
		if channel.ConnectionState().DidResume {
			resumed.Add(1)
		}
	}
	s.channel = channel
	s.lines = bufio.NewReader(channel)
	s.secure = true
}

// serve talks to one client until it says QUIT or leaves.
func (s *session) serve(config *tls.Config) {
	defer func() { s.channel.Close() }()
	line, err := s.ask("220 bench ESMTP")
	for err == nil {
		verb, rest, _ := strings.Cut(line, " ")
		switch strings.ToUpper(verb) {
		case "EHLO":
			line, err = s.ask(s.offers())
		case "STARTTLS":
			s.say("220 go")
			s.secureWith(config)
			line, err = s.ask("")
		case "AUTH":
			reply := "535 5.7.8 no"
			if s.isRight(rest) {
				reply = "235 2.7.0 ok"
			}
			line, err = s.ask(reply)
		case "QUIT":
			s.say("221 bye")
			return
		default:
			line, err = s.ask("250 ok")
		}
	}
}

func (s *session) offers() string {
	if !s.secure {
		return "250-bench\r\n250-PIPELINING\r\n250 STARTTLS"
	}
	return "250-bench\r\n250-PIPELINING\r\n250-AUTH PLAIN LOGIN CRAM-MD5\r\n250 8BITMIME"
}

// isRight runs the exchange of one AUTH command, with or without an initial response.
func (s *session) isRight(command string) bool {
	mechanism, initial, hasInitial := strings.Cut(command, " ")
	respond := func(prompt string) string {
		if hasInitial {
			hasInitial = false
			return decode(initial)
		}
		line, _ := s.ask("334 " + encode([]byte(prompt)))
		return decode(line)
	}
	switch strings.ToUpper(mechanism) {
	case "PLAIN":
		return strings.HasSuffix(respond(""), "\x00"+password)
	case "LOGIN":
		if strings.HasPrefix(respond("Username:"), "silent") {
			s.lines.ReadString('\n') // the password
			s.lines.ReadString('\n') // waits until the client leaves
		}
		return respond("Password:") == password
	case "CRAM-MD5":
		digest := hmac.New(md5.New, []byte(password))
		digest.Write([]byte(challenge))
		return strings.HasSuffix(respond(challenge), " "+hex.EncodeToString(digest.Sum(nil)))
	}
	return false
}

func decode(text string) string {
	bytes, _ := base64.StdEncoding.DecodeString(text)
	return string(bytes)
}

func listen(config *tls.Config, implicit bool) net.Listener {
	listener, err := net.Listen("tcp4", "0.0.0.0:0")
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				log.Fatal(err)
			}
			s := &session{channel: connection, lines: bufio.NewReader(connection)}
			go func() {
				if implicit {
					s.secureWith(config)
				}
				s.serve(config)
			}()
		}
	}()
	return listener
}

func main() {
	certificate, err := tls.LoadX509KeyPair(os.Args[1], os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	config := &tls.Config{Certificates: []tls.Certificate{certificate}}
	portOf := func(listener net.Listener) int { return listener.Addr().(*net.TCPAddr).Port }
	fmt.Printf("%d %d\n", portOf(listen(config, false)), portOf(listen(config, true)))
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGUSR1)
	for range signals {
		fmt.Println(handshakes.Load(), resumed.Load())
	}
}

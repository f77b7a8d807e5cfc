// One check with Go's net/smtp. Usage: go-smtp HOST PORT CA PASSWORD
package main

import (
	"crypto/tls"
	"crypto/x509"
	"log"
	"net/smtp"
	"os"
)

func main() {
	host, port, file, password := os.Args[1], os.Args[2], os.Args[3], os.Args[4]
	pem, err := os.ReadFile(file)
	must(err)
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	client, err := smtp.Dial(host + ":" + port)
	must(err)
	must(client.StartTLS(&tls.Config{ServerName: host, RootCAs: roots}))
	must(client.Auth(smtp.PlainAuth("", "user@example.test", password, host)))
	must(client.Quit())
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

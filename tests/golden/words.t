# How conditions read: each kind of them, and its opposite.
$ echo '{"certificate": {}}' | assay why words.assay | awk '/^[a-z]/ || /If|if$/ || /^ *- / || on { print } { on = /^ *- |if$/ || (on && NF) }'
unknown  a.pattern                                              required, medium
         It fails if
           - common-name does not match "*.example.org" and common-name is other
             than "b", ignoring case
           - common-name is not made of just hyphen, digits, lower-case
           - common-name starts with "x"
           - common-name is absent
           - length common-name >= 10

         It passes if
           - length common-name < 10 and common-name does not start with "x" and
             common-name is "b", ignoring case and common-name is made of
             hyphen, digits, lower-case
           - length common-name < 10 and common-name does not start with "x" and
             common-name matches "*.example.org" and common-name is made of
             hyphen, digits, lower-case

unknown  b.numbers                                              required, medium
         It fails if
           - version < 3 or version > 3 and <= 5
           - key.bits <= 1024 bits or key.bits > 4096 bits

         It passes if
           - (version is 3 or version > 5) and key.bits > 1024 bits and <= 4096
             bits

unknown  c.dates                                                required, medium
         It fails if
           - valid-until <= now + 30 days
           - valid-from > now

         It passes if
           - valid-from <= now and valid-until > now + 30 days

unknown  d.sets                                                 required, medium
         It fails if
           - key-usage is absent
           - key-usage does not include Certificate Sign
           - extended-key-usage includes server-auth

         It passes if
           - key-usage includes Certificate Sign and extended-key-usage is
             absent
           - key-usage includes Certificate Sign and extended-key-usage does not
             include server-auth

unknown  e.words                                                required, medium
         It fails if
           - key.algorithm is other than RSA or EC

         It passes if
           - key.algorithm is RSA or EC

unknown  f.apart                                                required, medium
         It fails if
           - not (subject-name = issuer-name)

         It passes if
           - subject-name = issuer-name

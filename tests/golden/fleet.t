# Rules that ask about the whole stream: those that were counted are named, smallest key first.
$ assay eval fleet-rules.assay fleet.json
fail     site.no-children                                       required, medium
         No child came
         require no visit where (age is present and age < 18)
                                                             fleet-rules.assay:6

         site
         fix: These were children: v2, v3.

                   required
fail                      1

4 records
fails: 1 required rule fails for 1 subject
? 1
$ assay eval fleet-rules.assay shop.json --complete
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
fail     site.no-children                                       required, medium
         No child came
         require no visit where (age is present and age < 18)
                                                             fleet-rules.assay:6

         site
         fix: These were children: child.

                   required
fail                      1

12 records, 1 warning about the input
fails: 1 required rule fails for 1 subject
? 1

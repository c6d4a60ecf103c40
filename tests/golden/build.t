# An image is what its text is; the line is one for sha256sum.
$ assay build shop-rules.assay -o shop.assayc | sed 's/^[0-9a-f]\{64\}/DIGEST/'
DIGEST  shop.assayc
$ assay build shop-rules.assay -o again.assayc | sha256sum --check --quiet
again.assayc: FAILED
sha256sum: WARNING: 1 computed checksum did NOT match
? 1
$ cmp shop.assayc again.assayc
$ assay eval shop.assayc shop.json > image.out; echo $?
error[E0004]: the hidden character U+001A is not allowed
 --> shop.assayc:2:1
  |
2 | <U+001A>
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:1
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:2
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |         ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> shop.assayc:3:3
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:4
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:5
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:6
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                         ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> shop.assayc:3:7
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:8
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                                         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:9
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                                                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:10
  |
3 | …   <U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><8B><98><8D>
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:4:3
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |      ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:4:4
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |              ^^^^^^^^

error[E0004]: the hidden character U+0019 is not allowed
 --> shop.assayc:4:5
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                      ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:4:6
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                              ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:4:7
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                                      ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:4:8
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                                              ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> shop.assayc:4:13
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                                                                ^^^^^^^^

error[E0004]: the hidden character U+001D is not allowed
 --> shop.assayc:4:16
  |
4 | …    <U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8><U+001D>+q"<A5>`<D5>
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> shop.assayc:5:18
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                       ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:19
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                               ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:20
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                                       ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:21
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                                               ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> shop.assayc:5:23
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                                                        ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:24
  |
5 | …  <U+0000>p<U+0001><U+0000><U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:25
  |
5 | …  p<U+0001><U+0000><U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:27
  |
5 | …  <U+0000><U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:28
  |
5 | …  <U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000><U+0000><D0>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:29
  |
5 | …  `<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000><U+0000><D0><U+0001>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0002 is not allowed
 --> shop.assayc:5:30
  |
5 | …   <U+0000><U+0000><U+0002><U+0000><U+0000><U+0000><D0><U+0001><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:31
  |
5 | …   <U+0000><U+0002><U+0000><U+0000><U+0000><D0><U+0001><U+0000><U+0000><E0>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:32
  |
5 | …   <U+0002><U+0000><U+0000><U+0000><D0><U+0001><U+0000><U+0000><E0><U+0006>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:33
  |
5 | …   <U+0000><U+0000><U+0000><D0><U+0001><U+0000><U+0000><E0><U+0006><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> shop.assayc:5:35
  |
5 | …       <U+0000><D0><U+0001><U+0000><U+0000><E0><U+0006><U+0000><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:36
  |
5 | …       <D0><U+0001><U+0000><U+0000><E0><U+0006><U+0000><U+0000><U+0003>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:37
  |
5 | …   <U+0001><U+0000><U+0000><E0><U+0006><U+0000><U+0000><U+0003><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> shop.assayc:5:39
  |
5 | …       <U+0000><E0><U+0006><U+0000><U+0000><U+0003><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:40
  |
5 | …       <E0><U+0006><U+0000><U+0000><U+0003><U+0000><U+0000><U+0000><B0>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:41
  |
5 | …   <U+0006><U+0000><U+0000><U+0003><U+0000><U+0000><U+0000><B0><U+0008>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> shop.assayc:5:42
  |
5 | …   <U+0000><U+0000><U+0003><U+0000><U+0000><U+0000><B0><U+0008><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:43
  |
5 | …   <U+0000><U+0003><U+0000><U+0000><U+0000><B0><U+0008><U+0000><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:44
  |
5 | …   <U+0003><U+0000><U+0000><U+0000><B0><U+0008><U+0000><U+0000><U+0010>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:45
  |
5 | …   <U+0000><U+0000><U+0000><B0><U+0008><U+0000><U+0000><U+0010><U+0001>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> shop.assayc:5:47
  |
5 | …       <U+0000><B0><U+0008><U+0000><U+0000><U+0010><U+0001><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:48
  |
5 | …       <B0><U+0008><U+0000><U+0000><U+0010><U+0001><U+0000><U+0000><U+0004>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:49
  |
5 | …   <U+0008><U+0000><U+0000><U+0010><U+0001><U+0000><U+0000><U+0004><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0010 is not allowed
 --> shop.assayc:5:50
  |
5 | …   <U+0000><U+0000><U+0010><U+0001><U+0000><U+0000><U+0004><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> shop.assayc:5:51
  |
5 | …   <U+0000><U+0010><U+0001><U+0000><U+0000><U+0004><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:52
  |
5 | …   <U+0010><U+0001><U+0000><U+0000><U+0004><U+0000><U+0000><U+0000><C0>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:53
  |
5 | …   <U+0001><U+0000><U+0000><U+0004><U+0000><U+0000><U+0000><C0> <U+0000>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0004 is not allowed
 --> shop.assayc:5:54
  |
5 | …   <U+0000><U+0000><U+0004><U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:55
  |
5 | …   <U+0000><U+0004><U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:56
  |
5 | …   <U+0004><U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0><U+0000><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:57
  |
5 | …   <U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0><U+0000><U+0000><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:60
  |
5 | …      <U+0000><C0> <U+0000><U+0000><C0><U+0000><U+0000><U+0000><U+0005>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:61
  |
5 | …      <C0> <U+0000><U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:63
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:64
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:65
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                     ^^^^^^^^

error[E0004]: the hidden character U+0005 is not allowed
 --> shop.assayc:5:66
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:67
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:68
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:69
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                                                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:1
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:2
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:4
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                  ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:5
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                          ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:6
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                  ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> shop.assayc:6:7
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                          ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:8
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                                  ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:9
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                                          ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:10
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                                                  ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:1
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:2
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:4
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:5
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:6
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                     ^^^^^^^^

error[E0004]: the hidden character U+0007 is not allowed
 --> shop.assayc:7:7
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:8
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:9
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:10
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                                                     ^^^^^^^^

error[E0004]: the hidden character U+000B is not allowed
 --> shop.assayc:7:12
  |
7 | …       <U+0000><A0><U+000B><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:13
  |
7 | …       <A0><U+000B><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><U+0008>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:14
  |
7 | …   <U+000B><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><U+0008><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> shop.assayc:7:15
  |
7 | …   <U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><U+0008><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:16
  |
7 | …   <U+0000><U+0008><U+0000><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:17
  |
7 | …   <U+0008><U+0000><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><A8>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:18
  |
7 | …   <U+0000><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><A8><U+000B>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> shop.assayc:7:19
  |
7 | …   <U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><A8><U+000B><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:20
  |
7 | …   <U+0000><U+0008><U+0000><U+0000><U+0000><A8><U+000B><U+0000><U+0000>`      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:21
  |
7 | …   <U+0008><U+0000><U+0000><U+0000><A8><U+000B><U+0000><U+0000>`<U+0000>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:22
  |
7 | …   <U+0000><U+0000><U+0000><A8><U+000B><U+0000><U+0000>`<U+0000><U+0000>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000B is not allowed
 --> shop.assayc:7:24
  |
7 | …       <U+0000><A8><U+000B><U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:25
  |
7 | …       <A8><U+000B><U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:26
  |
7 | …   <U+000B><U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:28
  |
7 | …  <U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:29
  |
7 | …  <U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:30
  |
7 | …  `<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:32
  |
7 | …  <U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:33
  |
7 | …  <U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C><U+0000><U+0000><8C>       …
  |                     ^^^^^^^^

100 errors
3
$ assay eval shop-rules.assay shop.json > text.out; cmp image.out text.out
cmp: EOF on image.out which is empty
? 1
# Elsewhere, without the texts and the model beside it.
$ mkdir -p elsewhere && cp shop.assayc elsewhere && cd elsewhere && assay eval shop.assayc ../shop.json --set adult=40 --rule visit.adult | head -n 8
error[E0004]: the hidden character U+001A is not allowed
 --> shop.assayc:2:1
  |
2 | <U+001A>
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:1
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:2
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |         ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> shop.assayc:3:3
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:4
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:5
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:6
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                         ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> shop.assayc:3:7
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:8
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                                         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:9
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                                                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:3:10
  |
3 | …   <U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><8B><98><8D>
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:4:3
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |      ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:4:4
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |              ^^^^^^^^

error[E0004]: the hidden character U+0019 is not allowed
 --> shop.assayc:4:5
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                      ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:4:6
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                              ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:4:7
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                                      ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:4:8
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                                              ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> shop.assayc:4:13
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                                                                ^^^^^^^^

error[E0004]: the hidden character U+001D is not allowed
 --> shop.assayc:4:16
  |
4 | …    <U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8><U+001D>+q"<A5>`<D5>
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> shop.assayc:5:18
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                       ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:19
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                               ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:20
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                                       ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:21
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                                               ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> shop.assayc:5:23
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                                                        ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:24
  |
5 | …  <U+0000>p<U+0001><U+0000><U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:25
  |
5 | …  p<U+0001><U+0000><U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:27
  |
5 | …  <U+0000><U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:28
  |
5 | …  <U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000><U+0000><D0>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:29
  |
5 | …  `<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000><U+0000><D0><U+0001>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0002 is not allowed
 --> shop.assayc:5:30
  |
5 | …   <U+0000><U+0000><U+0002><U+0000><U+0000><U+0000><D0><U+0001><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:31
  |
5 | …   <U+0000><U+0002><U+0000><U+0000><U+0000><D0><U+0001><U+0000><U+0000><E0>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:32
  |
5 | …   <U+0002><U+0000><U+0000><U+0000><D0><U+0001><U+0000><U+0000><E0><U+0006>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:33
  |
5 | …   <U+0000><U+0000><U+0000><D0><U+0001><U+0000><U+0000><E0><U+0006><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> shop.assayc:5:35
  |
5 | …       <U+0000><D0><U+0001><U+0000><U+0000><E0><U+0006><U+0000><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:36
  |
5 | …       <D0><U+0001><U+0000><U+0000><E0><U+0006><U+0000><U+0000><U+0003>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:37
  |
5 | …   <U+0001><U+0000><U+0000><E0><U+0006><U+0000><U+0000><U+0003><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> shop.assayc:5:39
  |
5 | …       <U+0000><E0><U+0006><U+0000><U+0000><U+0003><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:40
  |
5 | …       <E0><U+0006><U+0000><U+0000><U+0003><U+0000><U+0000><U+0000><B0>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:41
  |
5 | …   <U+0006><U+0000><U+0000><U+0003><U+0000><U+0000><U+0000><B0><U+0008>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> shop.assayc:5:42
  |
5 | …   <U+0000><U+0000><U+0003><U+0000><U+0000><U+0000><B0><U+0008><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:43
  |
5 | …   <U+0000><U+0003><U+0000><U+0000><U+0000><B0><U+0008><U+0000><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:44
  |
5 | …   <U+0003><U+0000><U+0000><U+0000><B0><U+0008><U+0000><U+0000><U+0010>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:45
  |
5 | …   <U+0000><U+0000><U+0000><B0><U+0008><U+0000><U+0000><U+0010><U+0001>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> shop.assayc:5:47
  |
5 | …       <U+0000><B0><U+0008><U+0000><U+0000><U+0010><U+0001><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:48
  |
5 | …       <B0><U+0008><U+0000><U+0000><U+0010><U+0001><U+0000><U+0000><U+0004>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:49
  |
5 | …   <U+0008><U+0000><U+0000><U+0010><U+0001><U+0000><U+0000><U+0004><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0010 is not allowed
 --> shop.assayc:5:50
  |
5 | …   <U+0000><U+0000><U+0010><U+0001><U+0000><U+0000><U+0004><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> shop.assayc:5:51
  |
5 | …   <U+0000><U+0010><U+0001><U+0000><U+0000><U+0004><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:52
  |
5 | …   <U+0010><U+0001><U+0000><U+0000><U+0004><U+0000><U+0000><U+0000><C0>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:53
  |
5 | …   <U+0001><U+0000><U+0000><U+0004><U+0000><U+0000><U+0000><C0> <U+0000>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0004 is not allowed
 --> shop.assayc:5:54
  |
5 | …   <U+0000><U+0000><U+0004><U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:55
  |
5 | …   <U+0000><U+0004><U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:56
  |
5 | …   <U+0004><U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0><U+0000><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:57
  |
5 | …   <U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0><U+0000><U+0000><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:60
  |
5 | …      <U+0000><C0> <U+0000><U+0000><C0><U+0000><U+0000><U+0000><U+0005>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:61
  |
5 | …      <C0> <U+0000><U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:63
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:64
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:65
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                     ^^^^^^^^

error[E0004]: the hidden character U+0005 is not allowed
 --> shop.assayc:5:66
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:67
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:68
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:5:69
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                                                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:1
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:2
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:4
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                  ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:5
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                          ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:6
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                  ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> shop.assayc:6:7
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                          ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:8
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                                  ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:9
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                                          ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:6:10
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                                                  ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:1
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:2
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:4
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:5
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:6
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                     ^^^^^^^^

error[E0004]: the hidden character U+0007 is not allowed
 --> shop.assayc:7:7
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:8
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:9
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:10
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                                                     ^^^^^^^^

error[E0004]: the hidden character U+000B is not allowed
 --> shop.assayc:7:12
  |
7 | …       <U+0000><A0><U+000B><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:13
  |
7 | …       <A0><U+000B><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><U+0008>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:14
  |
7 | …   <U+000B><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><U+0008><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> shop.assayc:7:15
  |
7 | …   <U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><U+0008><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:16
  |
7 | …   <U+0000><U+0008><U+0000><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:17
  |
7 | …   <U+0008><U+0000><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><A8>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:18
  |
7 | …   <U+0000><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><A8><U+000B>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> shop.assayc:7:19
  |
7 | …   <U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><A8><U+000B><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:20
  |
7 | …   <U+0000><U+0008><U+0000><U+0000><U+0000><A8><U+000B><U+0000><U+0000>`      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:21
  |
7 | …   <U+0008><U+0000><U+0000><U+0000><A8><U+000B><U+0000><U+0000>`<U+0000>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:22
  |
7 | …   <U+0000><U+0000><U+0000><A8><U+000B><U+0000><U+0000>`<U+0000><U+0000>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000B is not allowed
 --> shop.assayc:7:24
  |
7 | …       <U+0000><A8><U+000B><U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:25
  |
7 | …       <A8><U+000B><U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:26
  |
7 | …   <U+000B><U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:28
  |
7 | …  <U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:29
  |
7 | …  <U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:30
  |
7 | …  `<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:32
  |
7 | …  <U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> shop.assayc:7:33
  |
7 | …  <U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C><U+0000><U+0000><8C>       …
  |                     ^^^^^^^^

100 errors
# All or nothing.
$ assay build shop-rules.assay -o missing/x.assayc
assay: missing/x.assayc: No such file or directory
? 3
$ assay build shop-rules.assay -o certs
assay: certs: Is a directory
? 3
$ assay build mistakes/wrong-fact.assay -o wrong.assayc; ls wrong.assayc
error[E0101]: there is no fact called `key.bit` here
 --> mistakes/wrong-fact.assay:5:11
  |
5 |   require key.bit >= 2048 bits
  |           ^^^^^^^
  = help: did you mean `key.bits`?
ls: cannot access 'wrong.assayc': No such file or directory
? 2
$ assay build shop-rules.assay -o /dev/full
assay: /dev/full: No space left on device
? 3
# Damage is refused, wherever it is.
$ head -c 200 shop.assayc > cut.assayc; assay eval cut.assayc shop.json
error[E0004]: the hidden character U+001A is not allowed
 --> cut.assayc:2:1
  |
2 | <U+001A>
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:3:1
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:3:2
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |         ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> cut.assayc:3:3
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:3:4
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:3:5
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:3:6
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                         ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> cut.assayc:3:7
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:3:8
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                                         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:3:9
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                                                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:3:10
  |
3 | …   <U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><8B><98><8D>
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:4:3
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |      ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:4:4
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |              ^^^^^^^^

error[E0004]: the hidden character U+0019 is not allowed
 --> cut.assayc:4:5
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                      ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:4:6
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                              ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:4:7
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                                      ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:4:8
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                                              ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> cut.assayc:4:13
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                                                                ^^^^^^^^

error[E0004]: the hidden character U+001D is not allowed
 --> cut.assayc:4:16
  |
4 | …    <U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8><U+001D>+q"<A5>`<D5>
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> cut.assayc:5:18
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                       ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:19
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                               ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:20
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                                       ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:21
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                                               ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> cut.assayc:5:23
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                                                        ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:24
  |
5 | …  <U+0000>p<U+0001><U+0000><U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:25
  |
5 | …  p<U+0001><U+0000><U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:27
  |
5 | …  <U+0000><U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:28
  |
5 | …  <U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000><U+0000><D0>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:29
  |
5 | …  `<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000><U+0000><D0><U+0001>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0002 is not allowed
 --> cut.assayc:5:30
  |
5 | …   <U+0000><U+0000><U+0002><U+0000><U+0000><U+0000><D0><U+0001><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:31
  |
5 | …   <U+0000><U+0002><U+0000><U+0000><U+0000><D0><U+0001><U+0000><U+0000><E0>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:32
  |
5 | …   <U+0002><U+0000><U+0000><U+0000><D0><U+0001><U+0000><U+0000><E0><U+0006>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:33
  |
5 | …   <U+0000><U+0000><U+0000><D0><U+0001><U+0000><U+0000><E0><U+0006><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> cut.assayc:5:35
  |
5 | …       <U+0000><D0><U+0001><U+0000><U+0000><E0><U+0006><U+0000><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:36
  |
5 | …       <D0><U+0001><U+0000><U+0000><E0><U+0006><U+0000><U+0000><U+0003>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:37
  |
5 | …   <U+0001><U+0000><U+0000><E0><U+0006><U+0000><U+0000><U+0003><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> cut.assayc:5:39
  |
5 | …       <U+0000><E0><U+0006><U+0000><U+0000><U+0003><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:40
  |
5 | …       <E0><U+0006><U+0000><U+0000><U+0003><U+0000><U+0000><U+0000><B0>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:41
  |
5 | …   <U+0006><U+0000><U+0000><U+0003><U+0000><U+0000><U+0000><B0><U+0008>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> cut.assayc:5:42
  |
5 | …   <U+0000><U+0000><U+0003><U+0000><U+0000><U+0000><B0><U+0008><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:43
  |
5 | …   <U+0000><U+0003><U+0000><U+0000><U+0000><B0><U+0008><U+0000><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:44
  |
5 | …   <U+0003><U+0000><U+0000><U+0000><B0><U+0008><U+0000><U+0000><U+0010>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:45
  |
5 | …   <U+0000><U+0000><U+0000><B0><U+0008><U+0000><U+0000><U+0010><U+0001>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> cut.assayc:5:47
  |
5 | …       <U+0000><B0><U+0008><U+0000><U+0000><U+0010><U+0001><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:48
  |
5 | …       <B0><U+0008><U+0000><U+0000><U+0010><U+0001><U+0000><U+0000><U+0004>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:49
  |
5 | …   <U+0008><U+0000><U+0000><U+0010><U+0001><U+0000><U+0000><U+0004><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0010 is not allowed
 --> cut.assayc:5:50
  |
5 | …   <U+0000><U+0000><U+0010><U+0001><U+0000><U+0000><U+0004><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> cut.assayc:5:51
  |
5 | …   <U+0000><U+0010><U+0001><U+0000><U+0000><U+0004><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:52
  |
5 | …   <U+0010><U+0001><U+0000><U+0000><U+0004><U+0000><U+0000><U+0000><C0>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:53
  |
5 | …   <U+0001><U+0000><U+0000><U+0004><U+0000><U+0000><U+0000><C0> <U+0000>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0004 is not allowed
 --> cut.assayc:5:54
  |
5 | …   <U+0000><U+0000><U+0004><U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:55
  |
5 | …   <U+0000><U+0004><U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:56
  |
5 | …   <U+0004><U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0><U+0000><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:57
  |
5 | …   <U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0><U+0000><U+0000><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:60
  |
5 | …      <U+0000><C0> <U+0000><U+0000><C0><U+0000><U+0000><U+0000><U+0005>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:61
  |
5 | …      <C0> <U+0000><U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:63
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:64
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:65
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                     ^^^^^^^^

error[E0004]: the hidden character U+0005 is not allowed
 --> cut.assayc:5:66
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:67
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:68
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:5:69
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                                                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:6:1
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:6:2
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:6:4
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                  ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:6:5
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                          ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:6:6
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                  ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> cut.assayc:6:7
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                          ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:6:8
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                                  ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:6:9
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                                          ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:6:10
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                                                  ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:1
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:2
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:4
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:5
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:6
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                     ^^^^^^^^

error[E0004]: the hidden character U+0007 is not allowed
 --> cut.assayc:7:7
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:8
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:9
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:10
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                                                     ^^^^^^^^

error[E0004]: the hidden character U+000B is not allowed
 --> cut.assayc:7:12
  |
7 | …       <U+0000><A0><U+000B><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:13
  |
7 | …       <A0><U+000B><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><U+0008>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:14
  |
7 | …   <U+000B><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><U+0008><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> cut.assayc:7:15
  |
7 | …   <U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><U+0008><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:16
  |
7 | …   <U+0000><U+0008><U+0000><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:17
  |
7 | …   <U+0008><U+0000><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><A8>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:18
  |
7 | …   <U+0000><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><A8><U+000B>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> cut.assayc:7:19
  |
7 | …   <U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><A8><U+000B><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:20
  |
7 | …   <U+0000><U+0008><U+0000><U+0000><U+0000><A8><U+000B><U+0000><U+0000>`      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:21
  |
7 | …   <U+0008><U+0000><U+0000><U+0000><A8><U+000B><U+0000><U+0000>`<U+0000>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:22
  |
7 | …   <U+0000><U+0000><U+0000><A8><U+000B><U+0000><U+0000>`<U+0000><U+0000>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000B is not allowed
 --> cut.assayc:7:24
  |
7 | …       <U+0000><A8><U+000B><U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:25
  |
7 | …       <A8><U+000B><U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:26
  |
7 | …   <U+000B><U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:28
  |
7 | …  <U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:29
  |
7 | …  <U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:30
  |
7 | …  `<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:32
  |
7 | …  <U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> cut.assayc:7:33
  |
7 | …  <U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C><U+0000><U+0000><8C>       …
  |                     ^^^^^^^^

100 errors
? 3
$ { head -c 200 shop.assayc; printf 'xxxx'; tail -c +205 shop.assayc; } > bent.assayc; assay rules bent.assayc
error[E0004]: the hidden character U+001A is not allowed
 --> bent.assayc:2:1
  |
2 | <U+001A>
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:3:1
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:3:2
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |         ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> bent.assayc:3:3
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:3:4
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:3:5
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:3:6
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                         ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> bent.assayc:3:7
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:3:8
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                                         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:3:9
  |
3 | <U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000>       …
  |                                                                 ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:3:10
  |
3 | …   <U+0001><U+0000><U+0000><U+0000><U+0001><U+0000><U+0000><U+0000><8B><98><8D>
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:4:3
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |      ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:4:4
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |              ^^^^^^^^

error[E0004]: the hidden character U+0019 is not allowed
 --> bent.assayc:4:5
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                      ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:4:6
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                              ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:4:7
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                                      ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:4:8
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                                              ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> bent.assayc:4:13
  |
4 | <94>4<U+0000><U+0000><U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8>   …
  |                                                                ^^^^^^^^

error[E0004]: the hidden character U+001D is not allowed
 --> bent.assayc:4:16
  |
4 | …    <U+0019><U+0000><U+0000><U+0000><F1><C7>| <U+0006><<B8><U+001D>+q"<A5>`<D5>
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> bent.assayc:5:18
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                       ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:19
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                               ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:20
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                                       ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:21
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                                               ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> bent.assayc:5:23
  |
5 | <DD>I<AD>i<BC>4<EE><AC>.!1#q<A5><F7> y<U+0001><U+0000><U+0000><U+0000>p<U+0001>…
  |                                                                        ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:24
  |
5 | …  <U+0000>p<U+0001><U+0000><U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:25
  |
5 | …  p<U+0001><U+0000><U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:27
  |
5 | …  <U+0000><U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:28
  |
5 | …  <U+0000>`<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000><U+0000><D0>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:29
  |
5 | …  `<U+0000><U+0000><U+0000><U+0002><U+0000><U+0000><U+0000><D0><U+0001>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0002 is not allowed
 --> bent.assayc:5:30
  |
5 | …   <U+0000><U+0000><U+0002><U+0000><U+0000><U+0000><D0><U+0001><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:31
  |
5 | …   <U+0000><U+0002><U+0000><U+0000><U+0000><D0><U+0001><U+0000><U+0000><E0>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:32
  |
5 | …   <U+0002><U+0000><U+0000><U+0000><D0><U+0001><U+0000><U+0000><E0><U+0006>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:33
  |
5 | …   <U+0000><U+0000><U+0000><D0><U+0001><U+0000><U+0000><E0><U+0006><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> bent.assayc:5:35
  |
5 | …       <U+0000><D0><U+0001><U+0000><U+0000><E0><U+0006><U+0000><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:36
  |
5 | …       <D0><U+0001><U+0000><U+0000><E0><U+0006><U+0000><U+0000><U+0003>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:37
  |
5 | …   <U+0001><U+0000><U+0000><E0><U+0006><U+0000><U+0000><U+0003><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> bent.assayc:5:39
  |
5 | …       <U+0000><E0><U+0006><U+0000><U+0000><U+0003><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:40
  |
5 | …       <E0><U+0006><U+0000><U+0000><U+0003><U+0000><U+0000><U+0000><B0>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:41
  |
5 | …   <U+0006><U+0000><U+0000><U+0003><U+0000><U+0000><U+0000><B0><U+0008>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> bent.assayc:5:42
  |
5 | …   <U+0000><U+0000><U+0003><U+0000><U+0000><U+0000><B0><U+0008><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:43
  |
5 | …   <U+0000><U+0003><U+0000><U+0000><U+0000><B0><U+0008><U+0000><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:44
  |
5 | …   <U+0003><U+0000><U+0000><U+0000><B0><U+0008><U+0000><U+0000><U+0010>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:45
  |
5 | …   <U+0000><U+0000><U+0000><B0><U+0008><U+0000><U+0000><U+0010><U+0001>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> bent.assayc:5:47
  |
5 | …       <U+0000><B0><U+0008><U+0000><U+0000><U+0010><U+0001><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:48
  |
5 | …       <B0><U+0008><U+0000><U+0000><U+0010><U+0001><U+0000><U+0000><U+0004>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:49
  |
5 | …   <U+0008><U+0000><U+0000><U+0010><U+0001><U+0000><U+0000><U+0004><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0010 is not allowed
 --> bent.assayc:5:50
  |
5 | …   <U+0000><U+0000><U+0010><U+0001><U+0000><U+0000><U+0004><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> bent.assayc:5:51
  |
5 | …   <U+0000><U+0010><U+0001><U+0000><U+0000><U+0004><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:52
  |
5 | …   <U+0010><U+0001><U+0000><U+0000><U+0004><U+0000><U+0000><U+0000><C0>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:53
  |
5 | …   <U+0001><U+0000><U+0000><U+0004><U+0000><U+0000><U+0000><C0> <U+0000>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0004 is not allowed
 --> bent.assayc:5:54
  |
5 | …   <U+0000><U+0000><U+0004><U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:55
  |
5 | …   <U+0000><U+0004><U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:56
  |
5 | …   <U+0004><U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0><U+0000><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:57
  |
5 | …   <U+0000><U+0000><U+0000><C0> <U+0000><U+0000><C0><U+0000><U+0000><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:60
  |
5 | …      <U+0000><C0> <U+0000><U+0000><C0><U+0000><U+0000><U+0000><U+0005>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:61
  |
5 | …      <C0> <U+0000><U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:63
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:64
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:65
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                     ^^^^^^^^

error[E0004]: the hidden character U+0005 is not allowed
 --> bent.assayc:5:66
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:67
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:68
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:5:69
  |
5 | …       <U+0000><C0><U+0000><U+0000><U+0000><U+0005><U+0000><U+0000><U+0000><80>
  |                                                                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:6:1
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:6:2
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:6:4
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                  ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:6:5
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                          ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:6:6
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                  ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> bent.assayc:6:7
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                          ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:6:8
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                                  ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:6:9
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                                          ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:6:10
  |
6 | <U+0000><U+0000>x<U+0000><U+0000><U+0000><U+0006><U+0000><U+0000><U+0000><F8>
  |                                                                  ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:1
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  | ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:2
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |         ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:4
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:5
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:6
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                     ^^^^^^^^

error[E0004]: the hidden character U+0007 is not allowed
 --> bent.assayc:7:7
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:8
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:9
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                                             ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:10
  |
7 | <U+0000><U+0000><A8><U+0000><U+0000><U+0000><U+0007><U+0000><U+0000><U+0000>   …
  |                                                                     ^^^^^^^^

error[E0004]: the hidden character U+000B is not allowed
 --> bent.assayc:7:12
  |
7 | …       <U+0000><A0><U+000B><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:13
  |
7 | …       <A0><U+000B><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><U+0008>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:14
  |
7 | …   <U+000B><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><U+0008><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> bent.assayc:7:15
  |
7 | …   <U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><U+0008><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:16
  |
7 | …   <U+0000><U+0008><U+0000><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:17
  |
7 | …   <U+0008><U+0000><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><A8>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:18
  |
7 | …   <U+0000><U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><A8><U+000B>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> bent.assayc:7:19
  |
7 | …   <U+0000><U+0000><U+0008><U+0000><U+0000><U+0000><A8><U+000B><U+0000>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:20
  |
7 | …   <U+0000><U+0008><U+0000><U+0000><U+0000><A8><U+000B><U+0000><U+0000>`      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:21
  |
7 | …   <U+0008><U+0000><U+0000><U+0000><A8><U+000B><U+0000><U+0000>`<U+0000>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:22
  |
7 | …   <U+0000><U+0000><U+0000><A8><U+000B><U+0000><U+0000>`<U+0000><U+0000>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000B is not allowed
 --> bent.assayc:7:24
  |
7 | …       <U+0000><A8><U+000B><U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:25
  |
7 | …       <A8><U+000B><U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:26
  |
7 | …   <U+000B><U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:28
  |
7 | …  <U+0000><U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:29
  |
7 | …  <U+0000>`<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:30
  |
7 | …  `<U+0000><U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:32
  |
7 | …  <U+0000><U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C><U+0000><U+0000>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> bent.assayc:7:33
  |
7 | …  <U+0000> <U+0000><U+0000><U+0000><U+0008><U+000C><U+0000><U+0000><8C>       …
  |                     ^^^^^^^^

100 errors
? 1
# What the policy asks for.
$ assay rules shop-rules.assay
shop-rules 2.1.0: Rules of the shop

visit.adult                                                       required, high
  Only adults use self service
  see: manual, age
  shop-rules.assay:14, at most 32 instructions

visit.receipt                                                   required, medium
  The receipt was handed over
  shop-rules.assay:23, at most 32 instructions

visit.payment                                                   required, medium
  How a visit may be paid
  shop-rules.assay:26, at most 32 instructions

3 rules
$ assay rules shop-rules.assay --profile careful | tail -n 1
3 rules
$ assay disasm cert-rules.assay | head -n 20
policy cert-rules 1.0.0 "What certificates have to be"
  model , stream certificate
  language 1, image format 1, 8496 bytes, 2 rules
  sha256 1bb7e25e114dfefb6d3759039b0ca8d927a90c41d47181c12286aa40e43812ba
  parameter least = 2048
  parameter ahead = 2592000

frame of certificate: at most 12 instructions, 0 values on the stack
  base 0: the subject, a certificate

  cert-rules.assay:7: rule key.length on certificate "Keys are long enough"
      27  WORDS    v2 = key.algorithm: rsa | rsa-pss, ec, ed25519, ed448, dsa,
                dh, ml-dsa, other
      33  RANGE    v3 = key.bits: < 2048 bits | >= 2048 bits
      41  CHECK    key.length
          diagram 0, 2 nodes, at most 2 asked
         0  key.algorithm:
              rsa -> 5
              rsa-pss, ec, ed25519, ed448, dsa, dh, ml-dsa, other ->
                notapplicable [when, line 9]

# Nothing below /etc or /var is read or written, and no mail leaves the machine.
my $base = $ENV{RT_TEST_DIR} or die "RT_TEST_DIR";
$RT::VarPath         = "$base/var";
$RT::MasonDataDir    = "$base/mason";
$RT::MasonSessionDir = "$base/session";
Set($rtname, 'brand-desk');
Set($Organization, 'brand.example');
# Not UTC: whoever reads moments must not depend on where the desk is.
Set($Timezone, 'Asia/Shanghai');
Set($WebDomain, '127.0.0.1');
Set($WebPort, $ENV{RT_TEST_PORT} // 8085);
Set($WebBaseURL, "http://127.0.0.1:" . ($ENV{RT_TEST_PORT} // 8085));
Set($WebPath, '');
Set($DatabaseType, 'Pg');
Set($DatabaseName, $ENV{RT_TEST_DB});
Set($DatabaseHost, $ENV{RT_TEST_DBHOST});
Set($DatabaseUser, 'postgres'); Set($DatabasePassword, 'x');
Set($MailCommand, 'mbox');
# Every request is checked by bcrypt: at the default cost of 12 it takes 290 ms.
Set($BcryptCost, 4);
Set($LogToSyslog, undef); Set($LogToSTDERR, 'warning'); Set($LogToFile, undef);
Set($DevelMode, 0);
Set($WebSecureCookies, 0);
Set(%ServiceAgreements, (
  Default => 'Normal',
  Levels => {
    'Weibo first' => { Starts => { RealMinutes => 0 }, Response => { RealMinutes => 30 }, Resolve => { RealMinutes => 60*8 } },
    'Normal'      => { Starts => { RealMinutes => 0 }, Response => { RealMinutes => 60*24 }, Resolve => { RealMinutes => 60*24*3 } },
  } ));
1;

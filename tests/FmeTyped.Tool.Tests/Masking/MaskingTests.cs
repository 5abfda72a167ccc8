using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FmeTyped.Tool.Masking;

namespace FmeTyped.Tool.Tests.Masking;

/// <summary>What a recording does not show, and what it does.</summary>
public sealed class MaskingTests
{
    private static readonly Uri Server = new("https://fme.corp.example/flow");

    private readonly TextMask _text = new(Server, keepsValues: false);
    private readonly SecretParameters _secrets = new(["SCHEMA_KEY"]);

    [Theory]
    [InlineData("https://fme.corp.example/flow/fmeapiv4/jobs?offset=100", "http://fme-flow.invalid/fmeapiv4/jobs?offset=100")]
    [InlineData("see http://FME.corp.example/x.", "see http://fme-flow.invalid/x.")]
    [InlineData("https://fme.corp.example:8443/x", "https://fme-flow.invalid:8443/x")]
    [InlineData("https://other.example/x and https://other.example:81/y", "https://host-1.invalid/x and https://host-1.invalid:81/y")]
    [InlineData("https://anna:sesame@data.example/a?sig=abcdefgh", "https://user-1:***@host-1.invalid/a?sig=***")]
    [InlineData(@"read \\fileserver\share\a.shp", @"read \\host-1.invalid\share\a.shp")]
    [InlineData("from 10.1.2.3 to fd00:0:0:0:0:0:0:12", "from host-1.invalid to host-2.invalid")]
    [InlineData("at 10:11:12, of 2026.1.0", "at 10:11:12, of 2026.1.0")]
    [InlineData("mail anna@corp.example", "mail user-1@host-1.invalid")]
    [InlineData(@"C:\Users\anna\a.fmw of anna and annabel", @"C:\Users\user-1\a.fmw of user-1 and annabel")]
    [InlineData("log in with token=abc123, as fme.corp.example", "log in with token=***, as fme-flow.invalid")]
    public void Texts_show_no_hosts_no_users_and_no_secrets(string text, string masked) => Assert.Equal(masked, _text.Mask(text, PrivateKind.None));

    [Fact]
    public void What_was_masked_once_is_masked_everywhere()
    {
        Assert.Equal("user-1", _text.Mask("anna", PrivateKind.Person));
        Assert.Equal("host-1.invalid", _text.Mask("GIS01", PrivateKind.Host));
        Assert.Equal("***", _text.Mask("open sesame", PrivateKind.Secret));
        Assert.Equal("xxxxxxxx", _text.Mask("Broad St", PrivateKind.Value));

        Assert.Equal(
            "no xxxxxxxx for user-1 on host-1.invalid_Engine1 with *** or ***",
            _text.Mask("no Broad St for Anna on gis01_Engine1 with open sesame or open%20sesame", PrivateKind.None));
    }

    [Theory]
    [InlineData("""{"publishedParameters":{"NOTE":"Smith","SIZE":-12.5e3,"ON":true,"NONE":null,"BLANK":""}}""",
        """{"publishedParameters":{"NOTE":"xxxxx","SIZE":-11.1e1,"ON":true,"NONE":null,"BLANK":""}}""")]
    [InlineData("""{"publishedParameters":[{"name":"LIST","value":["a","bc"]},{"name":"SCHEMA_KEY","value":"abc"},{"name":"API_TOKEN","raw":"abd"}]}""",
        """{"publishedParameters":[{"name":"LIST","value":["x","xx"]},{"name":"SCHEMA_KEY","value":"***"},{"name":"API_TOKEN","raw":"***"}]}""")]
    [InlineData("""{"publishedParameters":{"name":"a","value":"b"}}""", """{"publishedParameters":{"name":"x","value":"x"}}""")]
    [InlineData("""{"NMDirectives":{"directives":[{"name":"to","value":"me"}],"successTopics":["T"]}}""",
        """{"NMDirectives":{"directives":[{"name":"to","value":"xx"}],"successTopics":["T"]}}""")]
    [InlineData("""{"parameters":[{"name":"PLAIN","type":"password","defaultValue":"abc"}],"publishedParameters":{"PLAIN":"abc"}}""",
        """{"parameters":[{"name":"PLAIN","type":"password","defaultValue":"***"}],"publishedParameters":{"PLAIN":"***"}}""")]
    [InlineData("""{"status":"success","engineHost":"gis01","userName":"anna","ownerID":"7f","serialNumber":"FM1","token":"t0","expires":12345}""",
        """{"status":"success","engineHost":"host-1.invalid","userName":"user-1","ownerID":"user-2","serialNumber":"***","token":"***","expires":12345}""")]
    [InlineData("""{"password":12345,"note":"is 12345","number":12345}""", """{"password":11111,"note":"is ***","number":11111}""")]
    [InlineData("""{"a":{"name":1,"name":2}}""", """{"a":{"name":1,"name":2}}""")]
    public void Json_keeps_its_form(string json, string masked)
    {
        Assert.Equal(masked, Write((mask, writer, root) => mask.WriteApi(writer, root, isLog: false), json));
    }

    [Fact]
    public void A_result_is_masked_as_a_whole() => Assert.Equal(
        """[{"id":1,"street":"xxxxxx","secret":"***"}]""",
        Write((mask, writer, root) => mask.WriteContent(writer, root), """[{"id":7,"street":"Broad1","secret":"q"}]"""));

    [Fact]
    public void A_line_of_a_log_keeps_its_columns() => Assert.Equal(
        "2026-01-31 10:11:12|   0.1|  0.0|INFORM|xxxxx\nxxxxxx",
        _text.Mask("2026-01-31 10:11:12|   0.1|  0.0|INFORM|Smith\nSmiths", PrivateKind.LogLine));

    [Theory]
    [InlineData("/fmerest/v3/repositories/Samples/items?limit=1&offset=0", "/fmerest/v3/repositories/Samples/items?limit=1&offset=0")]
    [InlineData("//fmerest//v3/transformations/jobs/id/1?fmetoken=abc&x=%41", "//fmerest//v3/transformations/jobs/id/1?fmetoken=***&x=%41")]
    [InlineData("/fmedatadownload/Samples/a%20b.fmw?NOTE=a+b&opt_showresult=true&opt_requesteremail=a%40b.de&nm_x=q",
        "/fmedatadownload/Samples/a%20b.fmw?NOTE=xxx&opt_showresult=true&opt_requesteremail=user-1%40host-1.invalid&nm_x=x")]
    [InlineData("/fmetoken/generate?user=anna&password=p%20q&expiration=1", "/fmetoken/generate?user=user-1&password=***&expiration=1")]
    [InlineData("/fmerest/v3/automations/workflows/a1/b2/message?x=1", "/fmerest/v3/automations/***/***/***/***?x=x")]
    [InlineData("/fmeapiv4/accounts/anna", "/fmeapiv4/accounts/***")]
    [InlineData("/fmeserver/login;jsessionid=abc", "/fmeserver/***")]
    [InlineData("/fmedataupload/Samples/a.fmw;jsessionid=abc?opt_fullpath=true", "/fmedataupload/Samples/a.fmw;***?opt_fullpath=true")]
    [InlineData("/?whatever", "/?whatever")]
    public void Addresses_keep_what_says_which_request_it_is(string target, string masked) =>
        Assert.Equal(masked, new AddressText(_text, _secrets).MaskTarget(target));

    [Theory]
    [InlineData("Authorization", "fmetoken token=abc", "fmetoken token=***")]
    [InlineData("Authorization", "Basic YW5uYTpzZXNhbWU=", "Basic ***")]
    [InlineData("Authorization", "Bearer abc", "Bearer ***")]
    [InlineData("Authorization", "abc", "***")]
    [InlineData("Cookie", "JSESSIONID=abc; theme=dark", "JSESSIONID=***; theme=***")]
    [InlineData("Set-Cookie", "JSESSIONID=abc; Path=/; Domain=corp.example; HttpOnly", "JSESSIONID=***; Path=/; Domain=host-1.invalid; HttpOnly")]
    [InlineData("X-Api-Key", "abc", "***")]
    [InlineData("X-Forwarded-For", "10.0.0.1", "***")]
    [InlineData("Location", "https://fme.corp.example/flow/x?token=abc", "http://fme-flow.invalid/x?token=***")]
    [InlineData("Content-Type", "application/json; charset=utf-8", "application/json; charset=utf-8")]
    public void Headers_show_a_value_only_if_it_is_known_to_be_harmless(string name, string value, string masked) =>
        Assert.Equal(masked, new HeaderMask(_text).Mask(name, value));

    [Fact]
    public void The_password_and_the_user_of_Basic_are_known_from_then_on()
    {
        new HeaderMask(_text).Mask("Authorization", "Basic YW5uYTpzZXNhbWU=");

        Assert.Equal("no sign-in of user-1 with ***, YW", _text.Mask("no sign-in of anna with sesame, YW", PrivateKind.None));
    }

    [Fact]
    public void Values_that_are_kept_show_no_hosts_and_no_secrets()
    {
        var text = new TextMask(Server, keepsValues: true);

        Assert.Equal("Broad Street", text.Mask("Broad Street", PrivateKind.Value));
        Assert.Equal("https://host-1.invalid/a?***", text.Mask("https://data.example/a?sig=abcdefgh1", PrivateKind.Value));
        Assert.Equal("signed by ***", text.Mask("signed by abcdefgh1", PrivateKind.Value));
    }

    // docs/reference/bounds.md
    [Fact]
    public void Only_so_many_names_and_secrets_are_remembered()
    {
        for (int i = 0; i <= KnownNames.Most; i++)
        {
            _text.Mask($"host{i}", PrivateKind.Host);
        }

        for (int i = 0; i <= TextMask.MostSecrets; i++)
        {
            _text.MaskSecret($"<{i}>");
        }

        Assert.Equal("host-1.invalid and host1000", _text.Mask("host0 and host1000", PrivateKind.None));
        Assert.Equal("<0> and ***", _text.HideSecrets($"<0> and <{TextMask.MostSecrets}>"));
    }

    // docs/reference/bounds.md
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Values_of_some_length_are_masked_in_messages_too(int length, bool isMasked)
    {
        string value = new('v', length);
        _text.Mask(value, PrivateKind.Value);

        Assert.Equal(isMasked, !_text.Mask($"is {value}", PrivateKind.None).Contains('v', StringComparison.Ordinal));
    }

    // docs/reference/bounds.md
    [Fact]
    public void Only_so_many_names_of_secret_parameters_are_remembered()
    {
        for (int i = 0; i <= SecretParameters.Most; i++)
        {
            _secrets.Add($"P{i}");
        }

        Assert.True(_secrets.Has("P1"));
        Assert.False(_secrets.Has($"P{SecretParameters.Most}"));
        Assert.True(_secrets.Has("API_TOKEN"));
    }

    private string Write(Action<JsonMask, Utf8JsonWriter, JsonElement> write, string json)
    {
        using var document = JsonDocument.Parse(json);
        string written = "";

        // Twice, as the recorder does it: what is secret is known the second time.
        for (int round = 0; round < 2; round++)
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                write(new JsonMask(_text, _secrets), writer, document.RootElement);
            }

            written = Encoding.UTF8.GetString(buffer.ToArray());
        }

        return written;
    }
}

using FmeTyped.Schema.Facts;

namespace FmeTyped.Schema.Tests.Facts;

public sealed class SecretNamesTests
{
    [Theory]
    [InlineData("DBPASSWORD", true)]
    [InlineData("dbPassword", true)]
    [InlineData("DBPassword", true)]
    [InlineData("DB_PASSWORD", true)]
    [InlineData("DB_PWD", true)]
    [InlineData("UserPwd", true)]
    [InlineData("ROOTPASSWD", true)]
    [InlineData("ACCESSTOKEN", true)]
    [InlineData("access_token_2", true)]
    [InlineData("token2", true)]
    [InlineData("fmetoken", true)]
    [InlineData("CLIENTSECRET", true)]
    [InlineData("MYAPIKEY", true)]
    [InlineData("API_KEY", true)]
    [InlineData("MY_API_KEY", true)]
    [InlineData("apiKey", true)]
    [InlineData("API-Key", true)]
    [InlineData("PASS", true)]
    [InlineData("DB_PASS", true)]
    [InlineData("passphrase", true)]
    [InlineData("CREDENTIALS", true)]
    [InlineData("list_of_tokens", true)]
    [InlineData("API_KEYS", true)]
    [InlineData("COMPASS", false)]
    [InlineData("BYPASS", false)]
    [InlineData("BYPASS_CHECKS", false)]
    [InlineData("PASSENGERS", false)]
    [InlineData("TOKENIZER", false)]
    [InlineData("SECRETARY", false)]
    [InlineData("MAP_WD", false)]
    [InlineData("KEY", false)]
    [InlineData("", false)]
    public void Words_of_a_name_say_secret(string name, bool expected) => Assert.Equal(expected, SecretNames.Says(name));
}

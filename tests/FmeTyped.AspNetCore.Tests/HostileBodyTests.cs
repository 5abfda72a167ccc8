using System.Net;
using System.Text;
using FmeTyped.AspNetCore.Tests.Fme.Town;
using FmeTyped.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Builder;

namespace FmeTyped.AspNetCore.Tests;

/// <summary>Whatever is posted, the response is 2xx or 4xx, and for 4xx nothing is submitted.</summary>
[Trait("Suite", "fuzz")]
public class HostileBodyTests
{
    private const int Seed = 18;
    private const int Count = 500;

    [Fact]
    public async Task Five_hundred_bodies_for_each_endpoint()
    {
        await using Town town = await Town.StartAsync(app =>
        {
            app.MapFmeWorkspace<Report>("/reports", options => options.MaximumBodySize = 100_000);
            app.MapFmeWorkspace<Kinds>("/kinds", options => options.MaximumBodySize = 100_000);
            app.MapFmeWorkspace<Import>("/imports", options => options.MaximumBodySize = 100_000);
        });
        var random = new Random(Seed);
        var statuses = new Dictionary<(string, HttpStatusCode), int>();
        foreach ((string path, HostileBodies bodies) in ((string, HostileBodies)[])
            [
                ("/reports", new(random, Names<Report>(), """{ "PARCEL_ID": "17/4" }""")),
                ("/kinds", new(random, Names<Kinds>(), """{ "PLACE": "p", "SHARE": 0.5, "MODE": "a" }""")),
                ("/imports", new(random, Names<Import>(), """{ "CUSTOMER": "c", "OVERWRITE": true }""")),
            ])
        {
            for (int i = 0; i < Count; i++)
            {
                (byte[] body, string type) = bodies.Next();
                int before = town.Flow.Submissions.Count;

                Reply reply = await SendAsync(town, path, body, type);

                string told = $"{path} {type}\n{Encoding.UTF8.GetString(body)}\n{reply.Status} {reply.Text}\n{string.Join('\n', town.Log.Lines)}";
                Assert.True((int)reply.Status is (>= 200 and < 300) or (>= 400 and < 500), told);
                Assert.True(town.Flow.Submissions.Count - before == ((int)reply.Status < 300 ? 1 : 0), told);
                statuses[(path, reply.Status)] = statuses.GetValueOrDefault((path, reply.Status)) + 1;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', statuses.Select(status => $"{status.Key}: {status.Value}")));
        Assert.All(
            (string[])["/reports", "/kinds", "/imports"],
            path => Assert.InRange(statuses.GetValueOrDefault((path, HttpStatusCode.Accepted)), 1, Count));
    }

    private static string[] Names<TRequest>()
        where TRequest : class, IFmeRequest<TRequest> => [.. TRequest.Descriptor.Parameters.Select(parameter => parameter.Name)];

    private static Task<Reply> SendAsync(Town town, string path, byte[] body, string type)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return town.SendAsync(HttpMethod.Post, path, content);
    }
}

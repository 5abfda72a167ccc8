using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>
/// Responses of services. Keys: a response in the vendor's documents of 2014, and clients in use (SAFEJS, EXPORT, Hajk). That JSON has numbers where that
/// response of XML has digits, and what the response to a failure is, is A045.
/// </summary>
internal static class ServiceResponse
{
    private const string Success = "success";
    private const string Failure = "failure";

    /// <summary>The job was accepted, and the response does not wait for it.</summary>
    public static IResult Submitted(HttpContext http, JobState job) =>
        From(http, new { StatusInfo = new { Mode = "async", Status = Success }, JobID = job.Id });

    /// <summary>The job has ended.</summary>
    /// <param name="http">The request.</param>
    /// <param name="job">The job.</param>
    /// <param name="showsResult">Whether its result is shown.</param>
    /// <param name="isRefusal">Whether the caller wanted data, and there is none.</param>
    public static IResult Ended(HttpContext http, JobState job, bool showsResult, bool isRefusal) => From(
        http,
        new
        {
            StatusInfo = new
            {
                Mode = "sync",
                Status = job.IsSuccess && !isRefusal ? Success : Failure,

                // The first text is from a vendor's example; the second is our own.
                Message = !job.IsSuccess ? "FME Server Transformation Error." : job.Outcome.Files.Count == 0 ? "No output dataset was produced." : null,
            },
            Url = job.ResultUrl,
            FmeTransformationResult = showsResult ? new { FmeServerResponse = Server(job), FmeEngineResponse = Engine(job) } : null,
        },
        isRefusal ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    /// <summary>A response in the requested format.</summary>
    public static IResult From(HttpContext http, object serviceResponse, int statusCode = StatusCodes.Status200OK) =>
        From(http, FormValues.From(http), serviceResponse, statusCode);

    /// <summary>A response in the format that the options request.</summary>
    public static IResult From(
        HttpContext http, IEnumerable<KeyValuePair<string, StringValues>> options, object serviceResponse, int statusCode = StatusCodes.Status200OK)
    {
        JsonNode body = JsonResponse.NodeFrom(serviceResponse);
        switch (ServiceFormat.Choose(http, options))
        {
            case ServiceFormat.Json:
                return JsonResponse.From(new { ServiceResponse = body }, statusCode);
            case ServiceFormat.Xml:
                return ServiceXml.Respond("serviceResponse", body, statusCode);
            default:
                RequestTrace.From(http).Note("Without opt_responseformat=json the response is a page for people.");
                return Results.Text(WritePage(body), "text/html", Encoding.UTF8, statusCode);
        }
    }

    /// <summary>Converts a refusal into the response of a service.</summary>
    public static async ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (RefusedException refused)
        {
            ErrorResponses.Note(RequestTrace.From(context.HttpContext), refused);
            return From(context.HttpContext, new { StatusInfo = new { Status = Failure, refused.Message } }, refused.StatusCode);
        }
    }

    private static string WritePage(JsonNode body)
    {
        string link = body["url"] is { } url ? $"<p><a href=\"{Encode(url.ToString())}\">{Encode(url.ToString())}</a></p>" : "";
        return $"<!DOCTYPE html><html><body>{link}<pre>{Encode(body.ToString())}</pre></body></html>";
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static object Server(JobState job) => new
    {
        job.Id,
        JobStatus = job.Status switch
        {
            JobStatus.Succeeded => "SUCCESS",
            JobStatus.Failed => "FME_FAILURE",
            JobStatus.CouldNotRun => "JOB_FAILURE",
            _ => "ABORTED",
        },
        Result = FormattableString.Invariant($"{StatusNumber(job)}:{job.Message}|NumFeaturesOutput={job.FeatureCount}"),
        ResultSuccess = job.IsSuccess,
        ServiceSuccess = job.IsComplete,
        TimeStarted = job.Started is { } started ? Time(started) : null,
        TimeFinished = Time(job.Finished!.Value),
        RequesterHost = "127.0.0.1",
        RequesterResultPort = -1,
        Priority = -1,
        job.Order.Description,
    };

    private static object Engine(JobState job) => new
    {
        StatusNumber = StatusNumber(job),
        StatusMessage = job.Message,
        NumFeaturesOutput = job.FeatureCount,
    };

    private static int StatusNumber(JobState job) => job.IsSuccess ? 0 : 1;

    private static string Time(DateTimeOffset time) => FormattableString.Invariant($"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss}");
}

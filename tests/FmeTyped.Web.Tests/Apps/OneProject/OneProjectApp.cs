using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OneProject.Fme.Planning;

namespace OneProject;

/// <summary>A web app that generates its workspaces itself.</summary>
public static class OneProjectApp
{
    public static WebApplication Create(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddValidation();
        WebApplication app = builder.Build();
        app.MapPost("/reports", (ParcelReport report) => report);
        return app;
    }
}

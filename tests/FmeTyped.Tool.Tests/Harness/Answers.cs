namespace FmeTyped.Tool.Tests.Harness;

/// <summary>Answers of a server as files hold them. They are of the shapes that both versions of the API have.</summary>
internal static class Answers
{
    /// <summary>v3: the parameters of a workspace, with keys in an order of the server's own.</summary>
    public const string V3List =
        """
        [
          { "defaultValue": ["airports"], "name": "THEMES", "description": "Layers:", "model": "list", "optional": false, "type": "LISTBOX",
            "listOptions": [{ "value": "airports", "caption": "Airports" }, { "value": "roads", "caption": "Roads" }] },
          { "type": "TEXT", "name": "API_TOKEN", "model": "string", "optional": true, "description": "Token:", "defaultValue": "sesame" },
          { "name": "SCALE", "description": "Scale:", "model": "string", "optional": false, "type": "CHOICE", "defaultValue": "1",
            "listOptions": [{ "value": "1", "caption": "Small" }, { "value": "2", "caption": "Large" }] }
        ]
        """;

    /// <summary>v3: the record of a workspace.</summary>
    public const string V3Item =
        """
        { "name": "download.fmw", "title": "Download", "description": "", "type": "WORKSPACE", "lastPublishDate": "2022-12-07T18:50:52Z",
          "services": [{ "name": "fmejobsubmitter", "displayName": "Job Submitter" }, { "name": "fmedatadownload", "displayName": "Data Download" }],
          "parameters": [{ "name": "MAXY", "type": "FLOAT", "model": "string", "description": "Maximum:", "optional": false, "defaultValue": "35" }] }
        """;

    /// <summary>v4: the record of a workspace.</summary>
    public const string V4Record =
        """
        { "name": "report.fmw", "title": "Report", "description": "Of a parcel.", "type": "workspace", "totalRuns": 2,
          "services": { "jobSubmitter": { "registered": true }, "dataDownload": { "registered": false }, "dataStreaming": {} },
          "parameters": [
            { "type": "group", "name": "ACCESS", "prompt": "Access", "parameters": [
              { "name": "PASSPHRASE", "type": "password", "prompt": "Passphrase", "required": false, "defaultValue": "sesame" },
              { "name": "HIDDEN_PASSWORD", "type": "text", "prompt": "", "visibility": "hiddenEnabled", "defaultValue": "sesame" }] },
            { "name": "PARCEL", "type": "text", "prompt": "Parcel", "required": true, "valueType": "string" }] }
        """;
}
